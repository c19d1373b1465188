import {
  StatisticsOccupationPath,
  StatisticsRegionPath,
} from '@/graphql/generated/features/statistics/statistics';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import type { ScopeStep } from './scope-path';
import { statisticsMessages } from './statistics.messages';

export interface Root {
  readonly code: string;
  readonly displayName: string;
}

export interface Scope {
  readonly regions: readonly ScopeStep[];
  readonly occupations: readonly ScopeStep[];
}

/** Names of the region and the occupation one has drilled down to, from the top. `root`: nothing lies above it. */
export function useScope(
  root: Root | null,
  regionCode: string | null,
  occupation: { readonly code: string; readonly label: string } | null,
): Scope {
  const text = useText(statisticsMessages);
  const region = useOperation(
    StatisticsRegionPath,
    { code: regionCode ?? '' },
    { enabled: regionCode !== null },
  );
  const below = useOperation(
    StatisticsOccupationPath,
    { code: occupation?.code ?? '' },
    { enabled: occupation !== null },
  );
  const top: ScopeStep =
    root === null
      ? { code: null, label: text('allRegions') }
      : { code: null, label: root.displayName };
  const path = region.data
    ? [...region.data.region.ancestors, region.data.region].map(({ code, displayName }) => ({
        code,
        label: displayName,
      }))
    : [];
  const start = root === null ? 0 : path.findIndex(({ code }) => code === root.code) + 1;
  const [child] = below.data?.occupations ?? [];
  const groups = (child?.ancestors ?? []).map(({ code, name }) => ({ code, label: name }));
  const isNamed = groups.some(({ code }) => code === occupation?.code);
  return {
    regions: [top, ...path.slice(start)],
    occupations: [
      { code: null, label: text('allOccupations') },
      ...groups,
      ...(occupation !== null && !isNamed
        ? [{ code: occupation.code, label: occupation.label }]
        : []),
    ],
  };
}
