import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const statisticsRoutes: readonly PageRoute[] = [];

export const statisticsMenu: readonly MenuEntry[] = [];
