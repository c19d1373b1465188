import { PIPES_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import {
  FIELD_RESOLVER_MIDDLEWARE_METADATA,
  RESOLVER_NAME_METADATA,
  RESOLVER_PROPERTY_METADATA,
  RESOLVER_TYPE_METADATA,
} from '@nestjs/graphql/dist/graphql.constants.js';
import { isObjectType, type GraphQLSchema } from 'graphql';

type Method = (this: object, ...args: unknown[]) => unknown;
type Source = (parent: unknown) => unknown;

/** What the framework notes about a parameter of a resolver method, under `kind:index`. */
interface Parameter {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
  readonly schema?: unknown;
  /** Of decorators of our own. */
  readonly factory?: (...args: unknown[]) => unknown;
}

const PARENT_KEY = /^0:\d+$/;
const parentItself: Source = (parent) => parent;

/**
 * The framework wraps every `@ResolveField` method into some ten promises that look for guards, pipes and the values of
 * its parameters, for every row and field. Guards and interceptors stand before root fields only, so a method that asks
 * for nothing but its parent and the actor is called as it stands. All others keep their wrapping.
 */
export function withDirectRelations(
  schema: GraphQLSchema,
  resolvers: Iterable<object>,
): GraphQLSchema {
  for (const resolver of resolvers) {
    const typeName: unknown = Reflect.getMetadata(RESOLVER_TYPE_METADATA, resolver.constructor);
    const type = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
    if (!isObjectType(type)) continue;
    for (const [name, method] of methodsOf(resolver)) {
      if (Reflect.getMetadata(RESOLVER_PROPERTY_METADATA, method) !== true) continue;
      const named = Reflect.getMetadata(RESOLVER_NAME_METADATA, method) as string | undefined;
      const field = type.getFields()[named ?? name];
      const call = field?.resolve && directCall(resolver, name, method);
      if (call) field.resolve = call;
    }
  }
  return schema;
}

function methodsOf(resolver: object): [string, Method][] {
  const prototype = Object.getPrototypeOf(resolver) as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(
    ([name, { value }]): [string, Method][] =>
      typeof value === 'function' ? [[name, value as Method]] : [],
  );
}

function directCall(resolver: object, name: string, method: Method): Source | null {
  const { constructor } = resolver;
  if (Reflect.getMetadata(FIELD_RESOLVER_MIDDLEWARE_METADATA, method) !== undefined) return null;
  if ([constructor, method].some((of) => Reflect.hasMetadata(PIPES_METADATA, of))) return null;
  const noted: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, constructor, name);
  const sources = sourcesOf((noted ?? {}) as Record<string, Parameter>);
  if (!sources) return null;
  const [first, second] = sources;
  if (first === parentItself && sources.length === 1)
    return (parent) => method.call(resolver, parent);
  if (first && second && sources.length === 2)
    return (parent) => method.call(resolver, first(parent), second(parent));
  return (parent) =>
    method.apply(
      resolver,
      sources.map((source) => source(parent)),
    );
}

/** Where each argument comes from; null when one is not for us to find. */
function sourcesOf(parameters: Readonly<Record<string, Parameter>>): Source[] | null {
  const sources: Source[] = [];
  for (const [key, { index, data, pipes = [], schema, factory }] of Object.entries(parameters)) {
    if (data !== undefined || pipes.length > 0 || schema !== undefined) return null;
    // A decorator that looks at neither its data nor the call, such as `@CurrentActor`.
    if (factory?.length === 0) sources[index] = () => factory();
    else if (PARENT_KEY.test(key)) sources[index] = parentItself;
    else return null;
  }
  const isComplete = Array.from(sources).every((source) => source !== undefined);
  return isComplete ? sources : null;
}
