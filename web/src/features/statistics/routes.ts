import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { statisticsMenuMessages } from './menu.messages';

export const statisticsRoutes: readonly PageRoute[] = [
  {
    path: '/work/:organisationId/statistics',
    load: () => import('./statistics-page'),
    access: 'member',
  },
  {
    path: '/platform/statistics',
    load: () => import('./statistics-page'),
    access: 'administrator',
  },
];

export const statisticsMenu = menuOf(statisticsMenuMessages, [
  {
    path: '/work/:organisationId/statistics',
    label: 'statistics',
    in: ['HR_BUREAU', 'COLLEGE', 'LABOUR_BASE', 'ENTERPRISE'],
  },
  { path: '/platform/statistics', label: 'statistics', in: 'administrator' },
]);
