import { Button } from 'antd';
import { Link } from 'react-router';
import type { NotificationsQuery } from '@/graphql/generated/features/notifications/list/notifications';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { targetPath } from '../target/target-path';
import { listMessages } from './list.messages';

export interface NotificationItemProps {
  readonly notification: NotificationsQuery['notifications']['nodes'][number];
  readonly onRead: () => void;
}

/** One notice; following it reads it. */
export function NotificationItem({ notification, onRead }: NotificationItemProps) {
  const text = useText(listMessages);
  const format = useFormat();
  const { title, body, createdAt, readAt, target } = notification;
  const isUnread = readAt === null;
  const path = targetPath(notification.kind, target);
  return (
    <li className={isUnread ? 'gq-notification gq-notification-unread' : 'gq-notification'}>
      <div className="gq-notification-head">
        <h2>
          {isUnread && (
            <span className="gq-notification-mark">
              <span className="gq-hidden-text">{text('isUnread')}</span>
            </span>
          )}
          {path === null ? (
            title
          ) : (
            <Link
              to={path}
              onClick={() => {
                if (isUnread) onRead();
              }}
            >
              {title}
            </Link>
          )}
        </h2>
        <time dateTime={createdAt} title={format.dateTime(createdAt)}>
          {format.relative(createdAt)}
        </time>
      </div>
      <p>{body}</p>
      {isUnread && (
        <Button
          size="small"
          type="text"
          aria-label={text('markReadNamed', { title })}
          onClick={onRead}
        >
          {text('markRead')}
        </Button>
      )}
    </li>
  );
}
