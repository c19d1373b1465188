import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { requestContext } from '../../context/index.js';
import { measureDocument, type DocumentMeasure } from './measure-document.js';
import { operationCost, type CostFunction } from './operation-cost.js';

export interface QueryLimits {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
  readonly tokens: number;
}

export const QUERY_LIMITS: QueryLimits = {
  depth: 10,
  introspectionDepth: 15,
  aliases: 15,
  directives: 50,
  cost: 5000,
  tokens: 1000,
};

/** A refusal of the request before anything ran. */
function refusal(
  message: string,
  code: 'QUERY_TOO_COMPLEX' | 'FORBIDDEN' | 'BAD_USER_INPUT',
  status: number,
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/**
 * Refuses operations that ask for too much, after they are known to be valid and before anything runs.
 * The number of tokens is limited by the parser; so each walk here is over a short document.
 */
export function limitsPlugin<Context extends object>(options: {
  readonly limits: QueryLimits;
  /** Whether people who are not signed in may read the schema. */
  readonly schemaForAnyone: boolean;
}): ApolloServerPlugin<Context> {
  const { limits, schemaForAnyone } = options;
  const measures = new WeakMap<DocumentNode, DocumentMeasure>();
  const costs = new WeakMap<OperationDefinitionNode, CostFunction>();

  function check(measure: DocumentMeasure): void {
    const tooMuch = (what: string, is: number, limit: number): void => {
      if (is > limit)
        throw refusal(`The query ${what}: ${is}, allowed are ${limit}`, 'QUERY_TOO_COMPLEX', 400);
    };
    tooMuch('is nested too deeply', measure.depth, limits.depth);
    tooMuch('reads the schema too deeply', measure.introspectionDepth, limits.introspectionDepth);
    tooMuch('renames one field too often', measure.aliases, limits.aliases);
    tooMuch('has too many directives', measure.directives, limits.directives);
    if (measure.asksForSchema && !schemaForAnyone && requestContext().actor.kind === 'ANONYMOUS')
      throw refusal('The schema is shown to signed-in users only', 'FORBIDDEN', 403);
  }

  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema, request }) {
          let measure = measures.get(document);
          if (!measure) measures.set(document, (measure = measureDocument(document)));
          check(measure);
          if (!operation) return;
          if (!schema.getRootType(operation.operation))
            throw refusal(`There is no ${operation.operation}`, 'BAD_USER_INPUT', 400);
          let cost = costs.get(operation);
          if (!cost) costs.set(operation, (cost = operationCost(schema, document, operation)));
          const total = cost({ ...request.variables });
          if (total > limits.cost)
            throw refusal(
              `The query costs too much: ${total}, allowed are ${limits.cost}; ask for fewer rows or fields`,
              'QUERY_TOO_COMPLEX',
              400,
            );
        },
      };
    },
  };
}
