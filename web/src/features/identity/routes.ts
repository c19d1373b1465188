import { PrivacyNotice } from '@/graphql/generated/features/identity/privacy-notice/privacy-notice';
import { operationOptions } from '@/shared/graphql/query';
import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { identityMessages } from './identity.messages';

export const identityRoutes: readonly PageRoute[] = [
  { path: '/sign-in', load: () => import('./sign-in/sign-in-page') },
  { path: '/sign-up', load: () => import('./sign-up/sign-up-page') },
  { path: '/forgot-password', load: () => import('./forgot-password/forgot-password-page') },
  {
    path: '/privacy-notice',
    load: () => import('./privacy-notice/privacy-notice-page'),
    prefetch: ({ queries }) => queries.prefetchQuery(operationOptions(PrivacyNotice, {})),
  },
  { path: '/me/account', access: 'signedIn', load: () => import('./account/account-page') },
];

export const identityMenu = menuOf(identityMessages, [
  { path: '/me/account', label: 'account', in: 'personal' },
]);
