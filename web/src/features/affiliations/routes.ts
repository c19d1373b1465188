import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { collegeMenu, collegeRoutes } from './college/college-routes';
import { ownAffiliationsMenu, ownAffiliationsRoutes } from './own/own-routes';

export const affiliationsRoutes: readonly PageRoute[] = [
  ...collegeRoutes,
  ...ownAffiliationsRoutes,
];

export const affiliationsMenu: readonly MenuEntry[] = [...collegeMenu, ...ownAffiliationsMenu];
