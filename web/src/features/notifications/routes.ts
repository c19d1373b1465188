import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { notificationsMessages } from './notifications.messages';

export const notificationsRoutes: readonly PageRoute[] = [
  {
    path: '/me/notifications',
    access: 'signedIn',
    load: () => import('./list/notifications-page'),
  },
  {
    path: '/me/notifications/:kind/:type/:id',
    access: 'signedIn',
    load: () => import('./target/target-page'),
  },
  {
    path: '/me/account/notifications',
    access: 'signedIn',
    load: () => import('./preferences/preferences-page'),
  },
];

export const notificationsMenu = menuOf(notificationsMessages, [
  { path: '/me/notifications', label: 'menu', in: 'personal' },
]);
