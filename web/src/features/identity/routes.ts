import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { identityMessages } from './identity.messages';

export const identityRoutes: readonly PageRoute[] = [
  { path: '/sign-in', load: () => import('./sign-in/sign-in-page') },
];

export const identityMenu = menuOf(identityMessages, []);
