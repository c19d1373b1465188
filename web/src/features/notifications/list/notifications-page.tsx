import '../notifications.css';
import { Button } from 'antd';
import { Link } from 'react-router';
import {
  MarkNotificationsRead,
  Notifications,
  type NotificationsQuery,
} from '@/graphql/generated/features/notifications/list/notifications';
import { UnreadNotificationCount } from '@/graphql/generated/features/notifications/unread';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { listMessages } from './list.messages';
import { NotificationItem } from './notification-item';

/** What happened, newest first, and where it leads. */
export function Page() {
  const text = useText(listMessages);
  const attempt = useAttempt();
  const [{ show }, setFilters] = useFilters<'show'>();
  const unreadOnly = show === 'unread';
  const count = useOperation(UnreadNotificationCount, {}).data?.unreadNotificationCount ?? 0;
  const pages = usePages(
    Notifications,
    { first: 20, unreadOnly },
    ({ notifications }: NotificationsQuery) => notifications,
  );
  const mark = useAction(MarkNotificationsRead, {
    refreshes: ['Notifications', 'UnreadNotificationCount'],
  });
  const markRead = (input: { readonly all: boolean; readonly ids?: readonly string[] }): void => {
    void attempt(() => mark.run(input));
  };
  return (
    <Frame
      title={text('title')}
      actions={
        <>
          <Link className="gq-tool" to="/me/account/notifications">
            {text('settings')}
          </Link>
          {count > 0 && (
            <Button loading={mark.isRunning} onClick={() => markRead({ all: true })}>
              {text('markAll')}
            </Button>
          )}
        </>
      }
    >
      <FilterTabs
        label={text('show')}
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(value) => setFilters({ show: value === 'unread' ? value : null })}
        tabs={[
          { value: 'all', label: text('all') },
          { value: 'unread', label: text('unread'), count: count > 0 ? String(count) : null },
        ]}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text(unreadOnly ? 'emptyUnread' : 'empty')}>
              {!unreadOnly && <p>{text('emptyText')}</p>}
            </EmptyState>
          ) : (
            <ul className="gq-notifications">
              {nodes.map((notification) => (
                <NotificationItem
                  key={notification.id}
                  notification={notification}
                  onRead={() => markRead({ all: false, ids: [notification.id] })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Frame>
  );
}
