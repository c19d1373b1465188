import type { NotificationTargetOwnersQuery } from '@/graphql/generated/features/notifications/target/target';
import type { Membership } from '@/shared/viewer/use-viewer';
import type { Target } from './target-path';

/** Notices to a bureau lead to the queue in which the matter waits. */
const QUEUES: Readonly<Record<string, string>> = {
  POSTING_SUBMITTED: 'reviews',
  REPORT_FILED: 'reports',
  VERIFICATION_SUBMITTED: 'verifications',
};

/** The page of a record for the viewer: in the workspace it belongs to, or among his own; null when he has none. */
export function ownerPath(
  kind: string,
  { id }: Target,
  owners: NotificationTargetOwnersQuery,
  memberships: readonly Membership[],
): string | null {
  const workspace = (...ids: readonly (string | undefined)[]): string | null => {
    const own = memberships.find(({ organisation }) => ids.includes(organisation.id));
    return own === undefined ? null : `/work/${own.organisation.id}`;
  };
  const queue = QUEUES[kind];
  if (queue !== undefined) {
    const bureau = memberships.find(({ organisation }) => organisation.kind === 'HR_BUREAU');
    return bureau === undefined ? null : `/work/${bureau.organisation.id}/${queue}`;
  }
  const { application, jobPosting, agreement, affiliation, organisation } = owners;
  if (application) {
    const own = workspace(application.organisation?.id);
    return own === null ? `/me/applications/${id}` : `${own}/applications/${id}`;
  }
  if (jobPosting) {
    const own = workspace(jobPosting.organisation?.id);
    return own === null ? `/jobs/${id}` : `${own}/postings/${id}`;
  }
  if (agreement) {
    const own = workspace(agreement.college?.id, agreement.enterprise?.id);
    return own === null ? null : `${own}/agreements/${id}`;
  }
  if (affiliation) {
    const own = workspace(affiliation.college?.id);
    return own === null ? '/me/college' : `${own}/students`;
  }
  if (organisation) {
    const own = workspace(organisation.id);
    return own === null ? `/organisations/${id}` : `${own}/verification`;
  }
  return null;
}
