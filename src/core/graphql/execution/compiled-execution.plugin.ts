import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContext,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** Compiling time grows faster than the document; beyond this many fields it is not worth it. */
const MAX_FIELDS = 250;
const MAX_OPERATIONS = 500;

/** What is known of an operation: seen once, compiled, or not to be compiled. */
type Entry = 'seen' | 'not-compilable' | Compiled;

interface Compiled {
  readonly query: CompiledQuery['query'];
  /** Values of variables that must not be null and may be left out: the compiler forgets about these defaults. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

export interface CompiledExecutionCounters {
  compiled: number;
  answered: number;
  fellBack: number;
}

/** How often this process compiled, answered with what it had compiled, and fell back; read by benches and specs. */
export const compiledExecutionCounters: CompiledExecutionCounters = {
  compiled: 0,
  answered: 0,
  fellBack: 0,
};

/**
 * Runs queries that come again as code compiled for them, which takes the executor's cost out of hot lists.
 * Everything before execution (parsing, validation, limits, guards of root fields) stays as it is. A compiled run with
 * any error is run again by the executor of graphql-js, whose answer counts: queries change nothing, and errors stay
 * exactly what they are without this plugin.
 */
export function compiledExecutionPlugin<Context extends BaseContext>(
  counters: CompiledExecutionCounters = compiledExecutionCounters,
): ApolloServerPlugin<Context> {
  const operations = new Map<string, Entry>();

  function remember(key: string, entry: Entry): void {
    operations.delete(key);
    operations.set(key, entry);
    if (operations.size > MAX_OPERATIONS) {
      const [oldest] = operations.keys();
      if (oldest !== undefined) operations.delete(oldest);
    }
  }

  function entryOf(key: string, request: OperationInHand<Context>): Entry {
    const known = operations.get(key);
    let entry: Entry = known ?? 'seen';
    if (known === 'seen') {
      entry = compile(request);
      if (entry !== 'not-compilable') counters.compiled += 1;
    }
    remember(key, entry);
    return entry;
  }

  return {
    async requestDidStart() {
      return {
        async responseForOperation(request): Promise<GraphQLResponse | null> {
          // Apollo also asks when the document has no operation of the name that was given.
          const operation = request.operation as OperationDefinitionNode | undefined;
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          const entry = entryOf(`${request.queryHash} ${request.operationName ?? ''}`, request);
          if (entry === 'seen' || entry === 'not-compilable') return null;
          const result = (await entry.query(undefined, request.contextValue, {
            ...entry.defaults,
            ...request.request.variables,
          })) as ExecutionResult;
          if (result.errors && result.errors.length > 0) {
            counters.fellBack += 1;
            return null;
          }
          counters.answered += 1;
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data ?? null } },
          };
        },
      };
    },
  };
}

type OperationInHand<Context extends BaseContext> = Pick<
  GraphQLRequestContext<Context>,
  'schema'
> & {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
};

function compile<Context extends BaseContext>(request: OperationInHand<Context>): Entry {
  if (countFields(request.document) > MAX_FIELDS) return 'not-compilable';
  const compiled = compileQuery(
    request.schema,
    request.document,
    request.operationName ?? undefined,
  );
  if (!isCompiledQuery(compiled)) return 'not-compilable';
  return { query: compiled.query, defaults: requiredDefaults(request.operation) };
}

function requiredDefaults(operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? [])
    if (type.kind === Kind.NON_NULL_TYPE && defaultValue)
      defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  return defaults;
}

function countFields(document: DocumentNode): number {
  let fields = 0;
  visit(document, {
    Field() {
      fields += 1;
    },
  });
  return fields;
}
