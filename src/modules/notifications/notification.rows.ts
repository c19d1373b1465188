import { isKnownKind, type NotificationKind } from './notification-kinds.js';
import { paramsSchema, type NotificationParams } from './notification.params.js';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly params: NotificationParams;
  readonly position: bigint;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface StoredNotification {
  readonly id: string;
  readonly kind: string;
  readonly params: unknown;
  readonly position: bigint;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** Null for a kind that this version does not know. */
export function toNotificationRow(row: StoredNotification): NotificationRow | null {
  if (!isKnownKind(row.kind)) return null;
  return {
    id: row.id,
    kind: row.kind,
    params: paramsSchema.parse(row.params),
    position: row.position,
    createdAt: row.created_at,
    readAt: row.read_at,
  };
}
