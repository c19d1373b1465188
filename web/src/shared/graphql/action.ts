import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Operation } from './operation';
import { browserTransport, request, RequestError } from './request';

export interface UserError {
  readonly code: string;
  readonly field?: readonly string[] | null | undefined;
  readonly message: string;
}

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** An action the API refused, with what to say at which field. */
export class ActionRefused extends Error {
  override readonly name = 'ActionRefused';

  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors[0]?.message ?? '');
  }
}

type PayloadOf<TData> = Extract<TData[keyof TData], Payload>;
type InputOf<TVariables> = TVariables extends { readonly input: infer TInput } ? TInput : never;
/** The key is made here, so that nobody has to think of it. */
type WithoutKey<TInput> = TInput extends unknown ? Omit<TInput, 'idempotencyKey'> : never;

export interface ActionOptions<TPayload> {
  /** Names of the queries whose answers the action may have changed; all when left out. */
  readonly refreshes?: readonly string[];
  readonly onDone?: (payload: TPayload) => void;
}

/**
 * One business action. `run` throws {@link ActionRefused} when the API refuses, and a request error when nothing came back;
 * the same input sent again after a lost answer carries the same idempotency key, so that nothing is done twice.
 */
export function useAction<TData extends object, TVariables>(
  operation: Operation<TData, TVariables>,
  { refreshes, onDone }: ActionOptions<PayloadOf<TData>> = {},
) {
  const client = useQueryClient();
  const intent = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: WithoutKey<InputOf<TVariables>>): Promise<PayloadOf<TData>> => {
      const text = JSON.stringify(input);
      if (intent.current?.input !== text)
        intent.current = { input: text, key: crypto.randomUUID() };
      const { key } = intent.current;
      const sent = operation.takesKey ? { ...input, idempotencyKey: key } : input;
      const data = await request(browserTransport, operation, { input: sent } as TVariables);
      const payload = Object.values(data)[0] as PayloadOf<TData>;
      if (payload.userErrors.length > 0) throw new ActionRefused(payload.userErrors);
      intent.current = null;
      return payload;
    },
    onSuccess: async (payload) => {
      await client.invalidateQueries(
        refreshes === undefined
          ? {}
          : { predicate: ({ queryKey }) => refreshes.includes(String(queryKey[0])) },
      );
      onDone?.(payload);
    },
  });
  return {
    run: mutation.mutateAsync,
    isRunning: mutation.isPending,
    /** What the last run was refused for. */
    userErrors: mutation.error instanceof ActionRefused ? mutation.error.userErrors : [],
    /** Why the last run has no answer at all. */
    failure: mutation.error instanceof RequestError ? mutation.error : null,
    reset: mutation.reset,
  };
}
