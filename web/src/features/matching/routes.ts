import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const matchingRoutes: readonly PageRoute[] = [];

export const matchingMenu: readonly MenuEntry[] = [];
