import type { MenuEntry } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { collegeMenu, collegeRoutes } from './college/college-routes';

export const affiliationsRoutes: readonly PageRoute[] = [...collegeRoutes];

export const affiliationsMenu: readonly MenuEntry[] = [...collegeMenu];
