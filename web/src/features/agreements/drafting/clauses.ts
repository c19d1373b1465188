/** A clause as the form has it. */
export interface ClauseValue {
  readonly key?: string | null;
  readonly heading?: string | null;
  readonly body: string;
}

/** As the API takes them: a heading nobody wrote is none. */
export function clausesInput(clauses: readonly ClauseValue[]) {
  return clauses.map(({ key, heading, body }) => ({
    key: key ?? null,
    heading: heading?.trim() ? heading : null,
    body,
  }));
}
