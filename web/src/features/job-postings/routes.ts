import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';

export const jobPostingsRoutes: readonly PageRoute[] = [];

export const jobPostingsMenu: readonly MenuEntry[] = [];
