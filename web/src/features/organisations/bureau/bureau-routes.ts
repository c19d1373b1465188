import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { bureauMenuMessages } from './menu.messages';

/** The same pages for a bureau and for the platform, which answers for the bureaux themselves. */
export const bureauRoutes: readonly PageRoute[] = (
  [
    ['/work/:organisationId', 'member'],
    ['/platform', 'administrator'],
  ] as const
).flatMap(([base, access]) => [
  { path: `${base}/verifications`, load: () => import('./verifications-page'), access },
  {
    path: `${base}/verifications/:verificationId`,
    load: () => import('./verification-page'),
    access,
  },
  { path: `${base}/organisations`, load: () => import('./registry-page'), access },
  { path: `${base}/organisations/:subjectId`, load: () => import('./registry-entry-page'), access },
]);

export const bureauMenu = menuOf(bureauMenuMessages, [
  { path: '/work/:organisationId/verifications', label: 'verifications', in: ['HR_BUREAU'] },
  { path: '/work/:organisationId/organisations', label: 'registry', in: ['HR_BUREAU'] },
  { path: '/platform/verifications', label: 'verifications', in: 'administrator' },
  { path: '/platform/organisations', label: 'bureaux', in: 'administrator' },
]);
