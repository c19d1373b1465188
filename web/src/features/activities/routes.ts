import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { activitiesMenuMessages } from './menu.messages';

export const activitiesRoutes: readonly PageRoute[] = [
  { path: '/job-fairs', load: () => import('./job-fairs-page') },
  { path: '/job-fairs/:jobFairId', load: () => import('./job-fair-page') },
  {
    path: '/work/:organisationId/job-fairs',
    load: () => import('./own-job-fairs-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/job-fairs/new',
    load: () => import('./new-job-fair-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/job-fairs/:jobFairId/edit',
    load: () => import('./edit-job-fair-page'),
    access: 'member',
  },
];

export const activitiesMenu = menuOf(activitiesMenuMessages, [
  { path: '/job-fairs', label: 'fairs', in: 'public' },
  {
    path: '/work/:organisationId/job-fairs',
    label: 'fairs',
    in: ['COLLEGE', 'ENTERPRISE', 'LABOUR_BASE', 'HR_BUREAU', 'HR_AGENCY'],
  },
]);
