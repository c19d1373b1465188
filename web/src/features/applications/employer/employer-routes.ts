import { EMPLOYER_KINDS } from '@/features/job-postings/own/employer-kinds';
import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { employerMenuMessages } from './employer-menu.messages';

const WORK = '/work/:organisationId';

export const employerApplicationRoutes: readonly PageRoute[] = [
  {
    path: `${WORK}/postings/:postingId/candidates`,
    access: 'member',
    load: () => import('./board/candidates-page'),
  },
  {
    path: `${WORK}/applications/:applicationId`,
    access: 'member',
    load: () => import('./detail/application-page'),
  },
  {
    path: `${WORK}/interviews`,
    access: 'member',
    load: () => import('./interviews/interviews-page'),
  },
];

export const employerApplicationMenu = menuOf(employerMenuMessages, [
  { path: `${WORK}/interviews`, label: 'interviews', in: EMPLOYER_KINDS },
]);
