import { useSearchParams } from 'react-router';

/** What a list is narrowed by, kept in the address: it survives going back, and can be sent to a colleague. */
export function useFilters<TName extends string>(): readonly [
  Readonly<Partial<Record<TName, string>>>,
  (changes: Readonly<Partial<Record<TName, string | null>>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const set = (changes: Readonly<Partial<Record<TName, string | null>>>): void => {
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous);
        for (const [name, value] of Object.entries<string | null | undefined>(changes))
          if (value == null || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [Object.fromEntries(search) as Partial<Record<TName, string>>, set];
}
