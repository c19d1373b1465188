import {
  IndustryPath,
  OccupationPath,
  RegionPath,
} from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';

export type CodeKind = 'region' | 'occupation' | 'industry';

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** A code with everything above it, from the top down; empty while unknown. */
export function useCodePath(kind: CodeKind, code: string | null): readonly CodeName[] {
  const asked = { code: code ?? '' };
  const enabled = (of: CodeKind) => ({ enabled: kind === of && code !== null });
  const region = useOperation(RegionPath, asked, enabled('region')).data?.region;
  const occupation = useOperation(OccupationPath, asked, enabled('occupation')).data?.occupation;
  const industry = useOperation(IndustryPath, asked, enabled('industry')).data?.industry;
  if (code === null) return [];
  if (kind === 'region')
    return region
      ? [...region.ancestors, region].map((one) => ({ code: one.code, name: one.displayName }))
      : [];
  const found = kind === 'occupation' ? occupation : industry;
  return found
    ? [...found.ancestors, found].map((one) => ({ code: one.code, name: one.name }))
    : [];
}
