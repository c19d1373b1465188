import { AsyncLocalStorage } from 'node:async_hooks';

interface Tally {
  readonly statements: string[];
  readonly outer: Tally | undefined;
}

const tallies = new AsyncLocalStorage<Tally>();
const listeners = new Set<(statement: string) => void>();

/** Called for every statement on its way to PostgreSQL, whoever wrote it. */
export function noteStatement(statement: string): void {
  for (let tally = tallies.getStore(); tally; tally = tally.outer) tally.statements.push(statement);
  for (const listener of listeners) listener(statement);
}

/**
 * The statements `work` caused, BEGIN and COMMIT among them, however many other requests run meanwhile.
 * Follows calls, not sockets: work that answers its own HTTP request is seen through `onStatement`.
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly statements: readonly string[] }> {
  const tally: Tally = { statements: [], outer: tallies.getStore() };
  const result = await tallies.run(tally, work);
  return { result, statements: tally.statements };
}

/** Hears every statement of the process until the returned function is called. */
export function onStatement(listener: (statement: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
