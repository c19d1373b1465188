import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { employerMatchingRoutes } from './employer/employer-routes';
import { matchingMessages } from './matching.messages';

export const matchingRoutes: readonly PageRoute[] = [
  ...employerMatchingRoutes,
  { path: '/me/recommendations', load: () => import('./recommendations-page'), access: 'signedIn' },
];

export const matchingMenu = menuOf(matchingMessages, [
  { path: '/me/recommendations', label: 'menu', in: 'personal' },
]);
