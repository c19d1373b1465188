import './notification-bell.css';
import { Link } from 'react-router';
import { UnreadNotificationCount } from '@/graphql/generated/features/notifications/unread';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { BellIcon } from '@/shared/ui/icons';
import { useNotificationStream } from './live/use-notification-stream';
import { notificationsMessages } from './notifications.messages';

const MOST_SHOWN = 99;

/** Unread notices, and the way to them. While it stands in the page, what happens elsewhere arrives by itself. */
export function NotificationBell({ cursor }: { readonly cursor: string }) {
  const text = useText(notificationsMessages);
  const latest = useNotificationStream(cursor);
  const { data } = useOperation(UnreadNotificationCount, {});
  const count = data?.unreadNotificationCount ?? 0;
  return (
    <>
      <Link
        className="gq-tool gq-bell"
        to="/me/notifications"
        aria-label={count > 0 ? text('bellUnread', { count }) : text('bell')}
      >
        <BellIcon />
        {count > 0 && (
          <span className="gq-bell-count" aria-hidden="true">
            {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
          </span>
        )}
      </Link>
      <span className="gq-hidden-text" aria-live="polite">
        {latest === null ? '' : text('arrived', { title: latest })}
      </span>
    </>
  );
}
