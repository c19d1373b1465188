import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { reviewMenuMessages } from './menu.messages';

const WORK = '/work/:organisationId';

export const reviewRoutes: readonly PageRoute[] = [
  { path: `${WORK}/reviews`, load: () => import('./reviews-page'), access: 'member' },
  { path: `${WORK}/reviews/:postingId`, load: () => import('./review-page'), access: 'member' },
  { path: `${WORK}/reports`, load: () => import('./reports-page'), access: 'member' },
];

export const reviewMenu = menuOf(reviewMenuMessages, [
  { path: `${WORK}/reviews`, label: 'reviews', in: ['HR_BUREAU'] },
  { path: `${WORK}/reports`, label: 'reports', in: ['HR_BUREAU'] },
]);
