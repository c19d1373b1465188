import { GraphQLSchemaHost, TypeMetadataStorage } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { AppModule } from '../../src/app.module.js';
import { ACCESS_RULE, type AccessRule } from '../../src/core/auth/index.js';
import { withoutServers } from '../../src/core/config/index.js';
import { createHttpApplication } from '../../src/core/http/index.js';
import { withEnvironment } from './environment.js';

/** A query or mutation with the rule that guards it. */
export interface RootField {
  /** `Query.jobPosting`. */
  readonly name: string;
  readonly kind: 'Query' | 'Mutation';
  readonly field: string;
  /** `Class.method` that answers it. */
  readonly method: string;
  readonly rule: AccessRule | null;
}

/** The schema of the real application, built without connecting to anything. */
export async function buildSchema(): Promise<GraphQLSchema> {
  return withEnvironment({ ...withoutServers(), NODE_ENV: 'test' }, async () => {
    const app = await createHttpApplication(AppModule, { logger: ['fatal', 'error'] });
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    await app.close();
    return schema;
  });
}

interface HandlerMetadata {
  readonly target: object;
  readonly methodName: string;
  readonly schemaName: string;
}

/** Root fields as their resolvers declare them; known once a schema was built. */
export function rootFields(): RootField[] {
  const of = (kind: RootField['kind'], handlers: readonly HandlerMetadata[]): RootField[] =>
    handlers.map(({ target, methodName, schemaName }) => {
      const resolver = target as { name: string; prototype: Record<string, object> };
      const handler = resolver.prototype[methodName];
      const rule = [handler, resolver]
        .map((place) =>
          place ? (Reflect.getMetadata(ACCESS_RULE, place) as AccessRule | undefined) : undefined,
        )
        .find((found) => found !== undefined);
      return {
        name: `${kind}.${schemaName}`,
        kind,
        field: schemaName,
        method: `${resolver.name}.${methodName}`,
        rule: rule ?? null,
      };
    });
  return [
    ...of('Query', TypeMetadataStorage.getQueriesMetadata()),
    ...of('Mutation', TypeMetadataStorage.getMutationsMetadata()),
  ].sort((a, b) => a.name.localeCompare(b.name));
}
