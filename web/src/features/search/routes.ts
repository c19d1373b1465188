// The styles come with the document: these pages are shown before any code has loaded.
import '@/shared/ui/badge.css';
import './search.css';
import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { menuMessages } from './menu.messages';

export const searchRoutes: readonly PageRoute[] = [
  {
    path: '/jobs',
    load: () => import('./search-page'),
    prefetch: async (context) => (await import('./prefetch-search')).prefetchSearch(context),
  },
  { path: '/me/bookmarks', load: () => import('./bookmarks-page'), access: 'signedIn' },
  {
    path: '/work/:organisationId/candidates',
    access: 'member',
    load: () => import('./candidates/candidates-page'),
  },
  {
    path: '/work/:organisationId/candidates/:profileId',
    access: 'member',
    load: () => import('./candidates/found-candidate-page'),
  },
];

export const searchMenu = menuOf(menuMessages, [
  { path: '/jobs', label: 'jobs', in: 'public' },
  { path: '/me/bookmarks', label: 'bookmarks', in: 'personal' },
]);

export const candidatesMenu = menuOf(menuMessages, [
  { path: '/work/:organisationId/candidates', label: 'candidates', in: ['ENTERPRISE'] },
]);
