import { SearchEmployer } from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';

/** The name of an employer; the id stands in while it is on the way. */
export function useEmployerName(id: string | null): string | null {
  const asked = { id: id ?? '' };
  const { data } = useOperation(SearchEmployer, asked, { enabled: id !== null });
  return id === null ? null : (data?.organisation?.name ?? id);
}
