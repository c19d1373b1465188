import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownPostingMenu, ownPostingRoutes } from './own/own-routes';
import { publicPostingRoutes } from './public/public-posting-routes';
import { reviewMenu, reviewRoutes } from './review/review-routes';

export const jobPostingsRoutes: readonly PageRoute[] = [
  ...publicPostingRoutes,
  ...ownPostingRoutes,
  ...reviewRoutes,
];

export const jobPostingsMenu: readonly MenuEntry[] = [...ownPostingMenu, ...reviewMenu];
