import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { EMPLOYER_KINDS } from './employer-kinds';
import { ownMenuMessages } from './own-menu.messages';

const BASE = '/work/:organisationId/postings';

export const ownPostingRoutes: readonly PageRoute[] = [
  { path: BASE, access: 'member', load: () => import('./list/own-postings-page') },
  { path: `${BASE}/new`, access: 'member', load: () => import('./editor/new-posting-page') },
  { path: `${BASE}/claim`, access: 'member', load: () => import('./claim/claim-page') },
  { path: `${BASE}/import`, access: 'member', load: () => import('./import/import-page') },
  {
    path: `${BASE}/:postingId`,
    access: 'member',
    load: () => import('./overview/own-posting-page'),
  },
  {
    path: `${BASE}/:postingId/edit`,
    access: 'member',
    load: () => import('./editor/edit-posting-page'),
  },
];

export const ownPostingMenu = menuOf(ownMenuMessages, [
  { path: BASE, label: 'postings', in: EMPLOYER_KINDS },
  { path: `${BASE}/import`, label: 'import', in: EMPLOYER_KINDS },
]);
