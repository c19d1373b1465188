import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const agreementsRoutes: readonly PageRoute[] = [];

export const agreementsMenu: readonly MenuEntry[] = [];
