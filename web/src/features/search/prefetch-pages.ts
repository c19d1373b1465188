import type { QueryClient } from '@tanstack/react-query';
import type { Operation } from '@/shared/graphql/operation';
import { operationOptions } from '@/shared/graphql/query';

/** Puts the first page of a list where `usePages` looks for it; null when the API did not answer. */
export async function prefetchPages<TData, TVariables extends { readonly after?: unknown }>(
  queries: QueryClient,
  operation: Operation<TData, TVariables>,
  variables: Omit<TVariables, 'after'>,
): Promise<TData | null> {
  const options = operationOptions(operation, {
    ...variables,
    after: null,
  } as unknown as TVariables);
  try {
    const page = await queries.fetchQuery(options);
    queries.setQueryData([operation.name, variables, 'pages'], {
      pages: [page],
      pageParams: [null],
    });
    return page;
  } catch {
    // The browser asks again and says what is wrong.
    return null;
  } finally {
    queries.removeQueries({ queryKey: options.queryKey, exact: true });
  }
}
