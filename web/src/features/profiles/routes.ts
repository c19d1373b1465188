import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const profilesRoutes: readonly PageRoute[] = [];

export const profilesMenu: readonly MenuEntry[] = [];
