import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { employerApplicationMenu, employerApplicationRoutes } from './employer/employer-routes';
import { ownApplicationsMenu, ownApplicationsRoutes } from './own/own-routes';

export const applicationsRoutes: readonly PageRoute[] = [
  ...employerApplicationRoutes,
  ...ownApplicationsRoutes,
];

export const applicationsMenu: readonly MenuEntry[] = [
  ...employerApplicationMenu,
  ...ownApplicationsMenu,
];
