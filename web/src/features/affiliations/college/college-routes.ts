import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { collegeMenuMessages } from './menu.messages';

export const collegeRoutes: readonly PageRoute[] = [
  {
    path: '/work/:organisationId/students',
    load: () => import('./students-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/students/import',
    load: () => import('./import-page'),
    access: 'member',
  },
];

export const collegeMenu = menuOf(collegeMenuMessages, [
  { path: '/work/:organisationId/students', label: 'students', in: ['COLLEGE'] },
]);
