import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const searchRoutes: readonly PageRoute[] = [];

export const searchMenu: readonly MenuEntry[] = [];
