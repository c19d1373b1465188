import { useEffect, useState } from 'react';
import { SearchSuggestions } from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';

/** A code to search by, or words to search for. */
export interface Suggestion {
  readonly kind: 'occupation' | 'region' | 'TITLE' | 'EMPLOYER';
  /** Null for words. */
  readonly code: string | null;
  readonly name: string;
  readonly detail: string | null;
}

const PAUSE_MS = 180;
const NONE: readonly Suggestion[] = [];

/** Titles, employers, occupations and regions for what is being typed; asked when the typing pauses. */
export function useSuggestions(typed: string): readonly Suggestion[] {
  const text = useSettled(typed.trim(), PAUSE_MS);
  const { data } = useOperation(
    SearchSuggestions,
    { text },
    { enabled: text !== '', keepPrevious: true },
  );
  if (typed.trim() === '' || text === '' || data === undefined) return NONE;
  return [
    ...data.searchWordSuggestions.map(({ kind, text: name }) => {
      return { kind, code: null, name, detail: null };
    }),
    ...data.searchOccupations.map(({ code, name }) => ({
      kind: 'occupation' as const,
      code,
      name,
      detail: null,
    })),
    ...data.searchRegions.map(({ code, displayName, fullName }) => ({
      kind: 'region' as const,
      code,
      name: displayName,
      detail: fullName === displayName ? null : fullName,
    })),
  ];
}

/** The value once it has not changed for a while. */
export function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
