import {
  FindIndustries,
  FindOccupations,
  FindRegions,
} from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';
import type { CodeKind, CodeName } from './use-code-path';

export interface FoundCode extends CodeName {
  readonly detail: string | null;
}

/** Entries of a table for what was typed, best first; undefined while they are looked for. */
export function useFoundCodes(kind: CodeKind, text: string): readonly FoundCode[] | undefined {
  const options = (of: CodeKind) => ({ enabled: kind === of && text !== '', keepPrevious: true });
  const regions = useOperation(FindRegions, { text }, options('region')).data;
  const occupations = useOperation(FindOccupations, { text }, options('occupation')).data;
  const industries = useOperation(FindIndustries, { text }, options('industry')).data;
  if (kind === 'region')
    return regions?.searchRegions.map(({ code, displayName, fullName }) => ({
      code,
      name: displayName,
      detail: fullName === displayName ? null : fullName,
    }));
  const entries =
    kind === 'occupation' ? occupations?.searchOccupations : industries?.searchIndustries;
  return entries?.map(({ code, name, ancestors }) => ({
    code,
    name,
    detail: ancestors.at(-1)?.name ?? null,
  }));
}
