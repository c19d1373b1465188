import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const affiliationsRoutes: readonly PageRoute[] = [];

export const affiliationsMenu: readonly MenuEntry[] = [];
