/** A GraphQL operation of ours with the types of its answer and its variables, as generated from a `.graphql` file. */
export interface Operation<TData, TVariables> {
  readonly name: string;
  readonly text: string;
  /** Whether the input wants an idempotency key. */
  readonly takesKey?: boolean;
  /** Never set: it carries the types. */
  readonly types?: { readonly data: TData; readonly variables: TVariables };
}
