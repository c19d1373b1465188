import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { interviewsMessages } from './interviews/interviews.messages';
import { ownMessages } from './own.messages';

export const ownApplicationsRoutes: readonly PageRoute[] = [
  { path: '/me/applications', load: () => import('./applications-page'), access: 'signedIn' },
  { path: '/me/applications/:id', load: () => import('./application-page'), access: 'signedIn' },
  {
    path: '/me/interviews',
    load: () => import('./interviews/interviews-page'),
    access: 'signedIn',
  },
];

export const ownApplicationsMenu = [
  ...menuOf(ownMessages, [{ path: '/me/applications', label: 'menu', in: 'personal' }]),
  ...menuOf(interviewsMessages, [{ path: '/me/interviews', label: 'menu', in: 'personal' }]),
];
