import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownPostingMenu, ownPostingRoutes } from './own/own-routes';
import { publicPostingRoutes } from './public/public-posting-routes';

export const jobPostingsRoutes: readonly PageRoute[] = [
  ...publicPostingRoutes,
  ...ownPostingRoutes,
];

export const jobPostingsMenu: readonly MenuEntry[] = [...ownPostingMenu];
