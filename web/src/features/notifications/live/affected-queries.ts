import type { Query } from '@tanstack/react-query';
import type { NotificationTargetType } from '@/graphql/generated/features/notifications/list/notifications';

/** Names of operations whose answers a notice about such a record may have changed. */
const AFFECTED: Readonly<Record<NotificationTargetType, RegExp>> = {
  ACCOUNT: /^(Viewer|MyAccount)$/,
  AFFILIATION: /affiliation|student|roster|orderclass|figures/i,
  AGREEMENT: /agreement|partner|orderclass|figures/i,
  APPLICATION: /application|applicant|interview|offer|candidate|board|posting|figures/i,
  JOB_FAIR: /fair/i,
  JOB_POSTING: /posting|question|review|figures|allocat/i,
  ORGANISATION: /organisation|verification|registry|figures|^Viewer$/i,
  RECOMMENDATIONS: /recommend|match|allocat/i,
  REPORT: /report|figures/i,
};

const ALWAYS = /^(Notifications|UnreadNotificationCount)$/;

/** What open pages ask again after notices about records of these types. */
export function isAffectedBy(types: ReadonlySet<NotificationTargetType>) {
  return ({ queryKey }: Pick<Query, 'queryKey'>): boolean => {
    const name = String(queryKey[0]);
    return ALWAYS.test(name) || [...types].some((type) => AFFECTED[type].test(name));
  };
}
