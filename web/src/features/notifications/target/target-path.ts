import type {
  NotificationKind,
  NotificationTargetType,
} from '@/graphql/generated/features/notifications/list/notifications';

export interface Target {
  readonly type: NotificationTargetType;
  readonly id: string;
}

/**
 * Where a notice leads; null when it says all there is. Records of organisations go by the page that finds out whose they
 * are.
 */
export function targetPath(kind: NotificationKind, target: Target | null): string | null {
  if (target === null) return null;
  const { type, id } = target;
  if (type === 'REPORT' && kind !== 'REPORT_FILED') return null;
  if (type === 'ACCOUNT') return '/me/account';
  if (type === 'JOB_FAIR') return `/job-fairs/${id}`;
  if (type === 'RECOMMENDATIONS') return '/me/recommendations';
  return `/me/notifications/${kind}/${type}/${id}`;
}
