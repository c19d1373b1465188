import { addDays, type Term } from './renewal.rules.js';

const AMENDABLE = ['SIGNED', 'EFFECTIVE', 'SUSPENDED'];

/** What all have signed and what is not over yet. */
export function isAmendable(state: string): boolean {
  return AMENDABLE.includes(state);
}

/** What is left of a term from tomorrow on; null on its last day and after it. */
export function amendmentTerm({ startsOn, endsOn }: Term, today: string): Term | null {
  const tomorrow = addDays(today, 1);
  if (tomorrow > endsOn) return null;
  return { startsOn: startsOn > tomorrow ? startsOn : tomorrow, endsOn };
}
