import type { PageRoute } from '@/shared/routing/page-route';

const BASE = '/work/:organisationId/allocations';

export const allocationRoutes: readonly PageRoute[] = [
  { path: BASE, load: () => import('./allocations-page'), access: 'member' },
  { path: `${BASE}/new`, load: () => import('./new-allocation-page'), access: 'member' },
  { path: `${BASE}/:runId`, load: () => import('./allocation-page'), access: 'member' },
];
