import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { agreementsMenuMessages } from './menu.messages';

export const agreementsRoutes: readonly PageRoute[] = [
  {
    path: '/work/:organisationId/partners',
    load: () => import('./partners-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreements',
    load: () => import('./agreements-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreements/new',
    load: () => import('./new-agreement-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreements/renew',
    load: () => import('./renewal/renewal-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreements/:agreementId',
    load: () => import('./agreement-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreements/:agreementId/edit',
    load: () => import('./edit-agreement-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreement-registry',
    load: () => import('./registry/registry-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreement-templates',
    load: () => import('./templates/templates-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreement-templates/new',
    load: () => import('./templates/new-template-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/agreement-templates/:templateId',
    load: () => import('./templates/edit-template-page'),
    access: 'member',
  },
  {
    path: '/me/agreements',
    load: () => import('./own/own-agreements-page'),
    access: 'signedIn',
  },
  {
    path: '/agreements/:agreementId',
    load: () => import('./agreement-link-page'),
    access: 'signedIn',
  },
  {
    path: '/sign/:token',
    load: () => import('./signing/sign-page'),
    access: 'signedIn',
  },
  {
    path: '/work/:organisationId/ceremonies',
    load: () => import('./ceremony/ceremonies-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/ceremonies/new',
    load: () => import('./ceremony/new-ceremony-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/ceremonies/:ceremonyId',
    load: () => import('./ceremony/ceremony-page'),
    access: 'member',
  },
  {
    path: '/work/:organisationId/ceremonies/:ceremonyId/edit',
    load: () => import('./ceremony/edit-ceremony-page'),
    access: 'member',
  },
  { path: '/verify', load: () => import('./verification/verify-page') },
];

export const agreementsMenu = menuOf(agreementsMenuMessages, [
  { path: '/work/:organisationId/partners', label: 'partners', in: ['COLLEGE'] },
  {
    path: '/work/:organisationId/agreements',
    label: 'agreements',
    in: ['COLLEGE', 'ENTERPRISE', 'HR_BUREAU', 'LABOUR_BASE', 'HR_AGENCY'],
  },
  {
    path: '/work/:organisationId/agreement-templates',
    label: 'templates',
    in: ['COLLEGE', 'ENTERPRISE', 'HR_BUREAU'],
  },
  {
    path: '/work/:organisationId/agreement-registry',
    label: 'registry',
    in: ['HR_BUREAU', 'COLLEGE', 'ENTERPRISE', 'LABOUR_BASE', 'HR_AGENCY'],
  },
  {
    path: '/work/:organisationId/ceremonies',
    label: 'ceremonies',
    in: ['COLLEGE', 'HR_BUREAU'],
  },
  { path: '/me/agreements', label: 'own', in: 'personal' },
]);
