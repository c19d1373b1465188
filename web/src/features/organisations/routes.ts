import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownOrganisationRoutes, ownOverviewMenu, ownSettingsMenu } from './own/own-routes';
import { bureauMenu, bureauRoutes } from './bureau/bureau-routes';
import { publicOrganisationRoutes } from './public/public-organisation-routes';

export const organisationsRoutes: readonly PageRoute[] = [
  ...publicOrganisationRoutes,
  ...ownOrganisationRoutes,
  ...bureauRoutes,
];

export const organisationsMenu: readonly MenuEntry[] = [...ownOverviewMenu, ...bureauMenu];

/** Behind the daily work. */
export const organisationSettingsMenu: readonly MenuEntry[] = [...ownSettingsMenu];
