import type { QueryClient } from '@tanstack/react-query';
import {
  MarketFigures,
  NewestPostings,
  PopularFacets,
} from '@/graphql/generated/features/home/home';
import { operationOptions } from '@/shared/graphql/query';
import type { PrefetchContext } from '@/shared/routing/page-route';
import { GROUPS_OPENED, onlyRegion, valuesOf } from './use-popular';

/** Everything the first page shows; what fails is asked for again by the browser. */
export async function prefetchHome({ queries }: PrefetchContext): Promise<void> {
  await Promise.all([
    queries.prefetchQuery(operationOptions(MarketFigures, {})),
    queries.prefetchQuery(operationOptions(NewestPostings, {})),
    prefetchPopular(queries).catch(() => undefined),
  ]);
}

async function prefetchPopular(queries: QueryClient): Promise<void> {
  const below = (filter: object) => queries.fetchQuery(operationOptions(PopularFacets, { filter }));
  const all = await below({});
  const groups = valuesOf(all, 'OCCUPATION').slice(0, GROUPS_OPENED);
  const province = onlyRegion(all);
  await Promise.all([
    ...groups.map(({ value }) => below({ occupationCode: value })),
    province !== null &&
      below({ regionCode: province }).then((cities) => {
        const city = onlyRegion(cities);
        return city === null ? null : below({ regionCode: city });
      }),
  ]);
}
