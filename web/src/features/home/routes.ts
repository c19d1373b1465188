// The styles come with the document: the page is shown before any code has loaded.
import './home.css';
import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { menuMessages } from './menu.messages';

export const homeRoutes: readonly PageRoute[] = [
  {
    path: '/',
    load: () => import('./home-page'),
    prefetch: async (context) => (await import('./prefetch-home')).prefetchHome(context),
  },
];

export const homeMenu = menuOf(menuMessages, [{ path: '/', label: 'home', in: 'public' }]);
