import type { PageRoute } from '@/shared/routing/page-route';
import { menuOf } from '@/shared/routing/menu';
import { homeMessages } from './home.messages';

export const homeRoutes: readonly PageRoute[] = [
  { path: '/', load: () => import('./home-page'), prefetch: async () => 200 },
];

export const homeMenu = menuOf(homeMessages, [{ path: '/', label: 'menu', in: 'public' }]);
