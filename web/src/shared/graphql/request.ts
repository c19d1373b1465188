import type { Operation } from './operation';

/** Why a request has no answer; `code` is the API's own or `NETWORK` when nothing came back. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: string,
    message: string,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

interface Answer<TData> {
  readonly data?: TData | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly requestId?: string };
  }[];
}

/** Sends one request body to the API; on the server it stays within the process. */
export type Transport = (
  body: { readonly query: string; readonly variables: unknown; readonly operationName: string },
  signal?: AbortSignal,
) => Promise<unknown>;

export const browserTransport: Transport = async (body, signal) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'accept-language': document.documentElement.lang,
    },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  return response.json();
};

export async function request<TData, TVariables>(
  transport: Transport,
  operation: Operation<TData, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TData> {
  const { name: operationName, text: query } = operation;
  let answer: Answer<TData>;
  try {
    answer = (await transport({ query, variables, operationName }, signal)) as Answer<TData>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError('NETWORK', error instanceof Error ? error.message : String(error));
  }
  const [refusal] = answer.errors ?? [];
  if (refusal !== undefined || answer.data == null) {
    const { code = 'INTERNAL_SERVER_ERROR', requestId = null } = refusal?.extensions ?? {};
    throw new RequestError(code, refusal?.message ?? '', requestId);
  }
  return answer.data;
}
