import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { allocationRoutes } from './allocation/allocation-routes';
import { employerMatchingRoutes } from './employer/employer-routes';
import { matchingMenuMessages } from './menu.messages';

export const matchingRoutes: readonly PageRoute[] = [
  ...employerMatchingRoutes,
  ...allocationRoutes,
  { path: '/me/recommendations', load: () => import('./recommendations-page'), access: 'signedIn' },
];

export const matchingMenu = menuOf(matchingMenuMessages, [
  { path: '/me/recommendations', label: 'recommendations', in: 'personal' },
  { path: '/work/:organisationId/allocations', label: 'allocations', in: ['HR_BUREAU'] },
]);
