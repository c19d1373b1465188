import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compiledExecutionPlugin } from './execution/compiled-execution.plugin.js';
import { withDirectRelations } from './execution/direct-relations.js';
import { plainFieldResolver, withPlainFields } from './execution/plain-fields.js';
import { formatError } from './format-error.js';
import { limitsPlugin, QUERY_LIMITS } from './limits/limits.plugin.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';
import { fillUserErrorCodes } from './user-error.js';

export const GRAPHQL_PATH = '/graphql';

/** Fresh for every request. */
export interface GraphqlContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface DriverChoices {
  /** Whether people who are not signed in may read the schema: outside production only. */
  readonly schemaForAnyone: boolean;
  /** Whether queries that come again are compiled. */
  readonly compile: boolean;
  /** Every resolver there is; asked when the schema is made. */
  readonly resolvers?: () => Iterable<object>;
}

/** Everything the GraphQL driver is told, in one place. */
export function driverOptions(choices: DriverChoices): ApolloDriverConfig {
  fillUserErrorCodes();
  return {
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: {
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
      numberScalarMode: 'integer',
      addNewlineAtEnd: true,
    },
    transformSchema: (schema) =>
      withDirectRelations(withPlainFields(schema), choices.resolvers?.() ?? []),
    fieldResolver: plainFieldResolver,
    context: (req: FastifyRequest, reply: FastifyReply): GraphqlContext => ({ req, reply }),
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    autoTransformHttpErrors: false,
    formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field of the schema to look for hints that nothing of ours gives.
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin({ limits: QUERY_LIMITS, schemaForAnyone: choices.schemaForAnyone }),
      ...(choices.compile ? [compiledExecutionPlugin()] : []),
    ],
  };
}
