import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const identityRoutes: readonly PageRoute[] = [];

export const identityMenu: readonly MenuEntry[] = [];
