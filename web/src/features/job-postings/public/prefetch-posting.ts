import {
  FormerPosting,
  PostingQuestions,
  PublicPosting,
} from '@/graphql/generated/features/job-postings/public/posting';
import { SimilarPostings } from '@/graphql/generated/features/job-postings/public/similar';
import { prefetchPages } from '@/features/search/prefetch-pages';
import { operationOptions } from '@/shared/graphql/query';
import type { PrefetchContext } from '@/shared/routing/page-route';
import { isOver } from './posting-state';
import { similarFilter } from './similar-filter';

/** 404 for what is unknown, 410 for what is over. */
export async function prefetchPosting({ queries, params }: PrefetchContext): Promise<number> {
  const id = params.postingId ?? '';
  const [answer] = await Promise.all([
    queries.fetchQuery(operationOptions(PublicPosting, { id })).catch(() => null),
    prefetchPages(queries, PostingQuestions, { jobPostingId: id }),
  ]);
  // Without an answer the browser asks again.
  if (answer === null) return 200;
  if (answer.jobPosting !== null) return isOver(answer.jobPosting) ? 410 : 200;
  const former = await queries
    .fetchQuery(operationOptions(FormerPosting, { id }))
    .catch(() => null);
  if (former?.formerJobPosting == null) return 404;
  const filter = similarFilter(former.formerJobPosting);
  await queries.prefetchQuery(operationOptions(SimilarPostings, { filter }));
  return 410;
}
