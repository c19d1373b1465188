import {
  OrganisationPostings,
  PublicOrganisation,
} from '@/graphql/generated/features/organisations/public/organisation';
import { prefetchPages } from '@/features/search/prefetch-pages';
import { operationOptions } from '@/shared/graphql/query';
import type { PrefetchContext } from '@/shared/routing/page-route';

export async function prefetchOrganisation({ queries, params }: PrefetchContext): Promise<number> {
  const id = params.id ?? '';
  const [answer] = await Promise.all([
    queries.fetchQuery(operationOptions(PublicOrganisation, { id })).catch(() => null),
    prefetchPages(queries, OrganisationPostings, { organisationId: id }),
  ]);
  // Without an answer the browser asks again.
  return answer?.organisation === null ? 404 : 200;
}
