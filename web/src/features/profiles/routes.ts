import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { profilesMessages } from './profiles.messages';

export const profilesRoutes: readonly PageRoute[] = [
  { path: '/me/profile', load: () => import('./profile-page'), access: 'signedIn' },
];

export const profilesMenu = menuOf(profilesMessages, [
  { path: '/me/profile', label: 'menu', in: 'personal' },
]);
