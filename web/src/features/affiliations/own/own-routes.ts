import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownMessages } from './own.messages';

export const ownAffiliationsRoutes: readonly PageRoute[] = [
  { path: '/me/college', load: () => import('./college-page'), access: 'signedIn' },
];

export const ownAffiliationsMenu = menuOf(ownMessages, [
  { path: '/me/college', label: 'menu', in: 'personal' },
]);
