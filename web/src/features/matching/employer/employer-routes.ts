import type { PageRoute } from '@/shared/routing/page-route';

export const employerMatchingRoutes: readonly PageRoute[] = [
  {
    path: '/work/:organisationId/postings/:postingId/recommended',
    access: 'member',
    load: () => import('./recommended-page'),
  },
  {
    path: '/work/:organisationId/postings/:postingId/recommended/:profileId',
    access: 'member',
    load: () => import('./candidate-page'),
  },
];
