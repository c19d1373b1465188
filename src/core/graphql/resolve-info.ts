import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

/** What is being resolved; null where the caller does not speak GraphQL. */
export function resolveInfo(context: ExecutionContext): GraphQLResolveInfo | null {
  if (context.getType<GqlContextType>() !== 'graphql') return null;
  return GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
}
