import type { Query } from '@tanstack/react-query';
import type { NotificationTargetType } from '@/graphql/generated/features/notifications/list/notifications';

/** Names of operations whose answers a notice about such a record may have changed. */
const AFFECTED: Readonly<Record<NotificationTargetType, RegExp>> = {
  ACCOUNT: /^(Viewer|MyAccount)$/,
  AFFILIATION: /affiliation|student|roster/i,
  AGREEMENT: /agreement|partner/i,
  APPLICATION: /application|applicant|interview|offer|candidate|board|seat|posting/i,
  JOB_POSTING: /posting|question|review/i,
  ORGANISATION: /organisation|verification|standing|^Viewer$/i,
  RECOMMENDATIONS: /recommend|match/i,
  REPORT: /report/i,
};

const ALWAYS = /^(Notifications|UnreadNotificationCount)$/;

/** What open pages ask again after notices about records of these types. */
export function isAffectedBy(types: ReadonlySet<NotificationTargetType>) {
  return ({ queryKey }: Pick<Query, 'queryKey'>): boolean => {
    const name = String(queryKey[0]);
    return ALWAYS.test(name) || [...types].some((type) => AFFECTED[type].test(name));
  };
}
