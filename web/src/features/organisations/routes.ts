import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { publicOrganisationRoutes } from './public/public-organisation-routes';

export const organisationsRoutes: readonly PageRoute[] = [...publicOrganisationRoutes];

export const organisationsMenu: readonly MenuEntry[] = [];
