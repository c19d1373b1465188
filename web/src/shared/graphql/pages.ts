import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Operation } from './operation';
import { browserTransport, request } from './request';

export interface Connection<TNode> {
  readonly nodes: readonly TNode[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<TData, TNode> {
  /** The first page's answer, for what it says beside the list. */
  readonly data: { readonly first: TData; readonly nodes: readonly TNode[] } | undefined;
  readonly totalCount: number | null;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly isLoadingMore: boolean;
}

/** A list that grows by its pages; `connectionOf` says where the list stands in the answer. */
export function usePages<TData, TVariables extends { readonly after?: unknown }, TNode>(
  operation: Operation<TData, TVariables>,
  variables: Omit<TVariables, 'after'>,
  connectionOf: (data: TData) => Connection<TNode> | null,
  { enabled = true, pollMs }: { readonly enabled?: boolean; readonly pollMs?: number } = {},
): Pages<TData, TNode> {
  const query = useInfiniteQuery({
    queryKey: [operation.name, variables, 'pages'] as const,
    enabled,
    placeholderData: keepPreviousData,
    ...(pollMs === undefined ? {} : { refetchInterval: pollMs }),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request(
        browserTransport,
        operation,
        { ...variables, after: pageParam } as unknown as TVariables,
        signal,
      ),
    getNextPageParam: (page) => {
      const info = connectionOf(page)?.pageInfo;
      return info?.hasNextPage ? (info.endCursor ?? null) : null;
    },
  });
  const [first] = query.data?.pages ?? [];
  return {
    data:
      first === undefined
        ? undefined
        : {
            first,
            nodes: (query.data?.pages ?? []).flatMap((page) => connectionOf(page)?.nodes ?? []),
          },
    totalCount: first === undefined ? null : (connectionOf(first)?.totalCount ?? null),
    error: query.error,
    isPending: query.isPending,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    isLoadingMore: query.isFetchingNextPage,
  };
}
