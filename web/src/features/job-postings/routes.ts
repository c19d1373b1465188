import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownPostingMenu, ownPostingRoutes } from './own/own-routes';

export const jobPostingsRoutes: readonly PageRoute[] = [...ownPostingRoutes];

export const jobPostingsMenu: readonly MenuEntry[] = [...ownPostingMenu];
