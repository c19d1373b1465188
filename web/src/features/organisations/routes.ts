import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const organisationsRoutes: readonly PageRoute[] = [];

export const organisationsMenu: readonly MenuEntry[] = [];
