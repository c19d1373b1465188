import { useNavigate } from 'react-router';
import { searchPath, type SearchConditions } from './search-conditions';

export type ChangeSearch = (changes: Partial<SearchConditions>) => void;

/** Goes to the search with other conditions. */
export function useChangeSearch(conditions: SearchConditions): ChangeSearch {
  const navigate = useNavigate();
  return (changes) => void navigate(searchPath({ ...conditions, ...changes }));
}
