import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const applicationsRoutes: readonly PageRoute[] = [];

export const applicationsMenu: readonly MenuEntry[] = [];
