import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Operation } from './operation';
import { browserTransport, request, RequestError, type Transport } from './request';

/** Answers stay fresh this long; live notices make them stale earlier. */
const FRESH_MS = 30_000;

/** Its transport goes with the client, so that pages on the server ask as their reader. */
const transports = new WeakMap<QueryClient, Transport>();

export function createQueryClient(transport: Transport = browserTransport): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // What the API refuses, it refuses again; only a broken connection is worth another try.
        retry: (failures, error) =>
          failures < 2 && error instanceof RequestError && error.code === 'NETWORK',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  transports.set(client, transport);
  return client;
}

/** How the cache knows and fetches the answer to an operation. */
export function operationOptions<TData, TVariables>(
  operation: Operation<TData, TVariables>,
  variables: TVariables,
) {
  return queryOptions({
    queryKey: [operation.name, variables] as const,
    queryFn: ({ signal, client }) =>
      request(transports.get(client) ?? browserTransport, operation, variables, signal),
  });
}

/** The answer to a query, kept and refreshed. `enabled` false: not asked yet. */
export function useOperation<TData, TVariables>(
  operation: Operation<TData, TVariables>,
  variables: TVariables,
  options: {
    readonly enabled?: boolean;
    readonly keepPrevious?: boolean;
    readonly pollMs?: number;
  } = {},
): UseQueryResult<TData> {
  const { enabled = true, keepPrevious = false, pollMs } = options;
  return useQuery({
    ...operationOptions(operation, variables),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(pollMs === undefined ? {} : { refetchInterval: pollMs }),
  });
}
