import { useEffect } from 'react';
import {
  InterviewApplications,
  type InterviewApplicationsQuery,
} from '@/graphql/generated/features/applications/employer/interviews/interviews';
import { usePages } from '@/shared/graphql/pages';

type Application = InterviewApplicationsQuery['applications']['nodes'][number];

/** An interview with whose it is. */
export interface Entry {
  readonly application: Application;
  readonly interview: Application['interviews'][number];
}

/** States in which an application has had interviews. */
const STATES = [
  'INTERVIEWING',
  'OFFERED',
  'ACCEPTED',
  'ONBOARDED',
  'NOT_STARTED',
  'CLOSED',
] as const;
/** Far more than anybody interviews in the weeks people look at. */
const MOST = 1000;
const POLL_MS = 60_000;

/** Every interview of the organisation's latest applications, by time. */
export function useInterviews(organisationId: string) {
  const pages = usePages(
    InterviewApplications,
    { organisationId, states: STATES },
    ({ applications }) => applications,
    { pollMs: POLL_MS },
  );
  const { hasMore, isLoadingMore, loadMore, data } = pages;
  const count = data?.nodes.length ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && count < MOST) loadMore();
  }, [hasMore, isLoadingMore, count, loadMore]);
  const entries: Entry[] = (data?.nodes ?? [])
    .flatMap((application) =>
      application.interviews.map((interview) => ({ application, interview })),
    )
    .sort((a, b) => a.interview.startsAt.localeCompare(b.interview.startsAt));
  return { ...pages, data: data === undefined ? undefined : entries };
}
