import type {
  NotificationKind,
  NotificationTargetType,
} from '@/graphql/generated/features/notifications/list/notifications';

export interface Target {
  readonly type: NotificationTargetType;
  readonly id: string;
}

/** Where a notice leads. Records of organisations go by the page that finds out whose they are. */
export function targetPath(kind: NotificationKind, { type, id }: Target): string {
  if (type === 'ACCOUNT') return '/me/account';
  if (type === 'RECOMMENDATIONS') return '/me/recommendations';
  return `/me/notifications/${kind}/${type}/${id}`;
}
