import type { PageRoute } from '@/shared/routing/page-route';

export const employerMatchingRoutes: readonly PageRoute[] = [
  {
    path: '/work/:organisationId/postings/:postingId/recommended',
    access: 'member',
    load: () => import('./recommended-page'),
  },
];
