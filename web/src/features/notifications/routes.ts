import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const notificationsRoutes: readonly PageRoute[] = [];

export const notificationsMenu: readonly MenuEntry[] = [];
