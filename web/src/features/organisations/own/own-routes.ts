import { menuOf } from '@/shared/routing/menu';
import type { PageRoute } from '@/shared/routing/page-route';
import { ownMenuMessages } from './own-menu.messages';

const BASE = '/work/:organisationId';

const ALL_KINDS = [
  'ENTERPRISE',
  'COLLEGE',
  'LABOUR_BASE',
  'HR_BUREAU',
  'HR_AGENCY',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
] as const;

export const ownOrganisationRoutes: readonly PageRoute[] = [
  { path: '/me/organisations', access: 'signedIn', load: () => import('./mine/mine-page') },
  { path: '/invitations/answer', load: () => import('./mine/answer-page') },
  { path: '/work/new', access: 'signedIn', load: () => import('./particulars/register-page') },
  { path: BASE, access: 'member', load: () => import('./overview/overview-page') },
  {
    path: `${BASE}/profile`,
    access: 'member',
    load: () => import('./particulars/particulars-page'),
  },
  {
    path: `${BASE}/verification`,
    access: 'member',
    load: () => import('./verification/verification-page'),
  },
  { path: `${BASE}/team`, access: 'member', load: () => import('./team/team-page') },
  { path: `${BASE}/api-keys`, access: 'member', load: () => import('./api-keys/api-keys-page') },
];

/** First in each workspace. */
export const ownOverviewMenu = menuOf(ownMenuMessages, [
  { path: BASE, label: 'overview', in: ALL_KINDS },
]);

/** Behind the daily work. */
export const ownSettingsMenu = menuOf(ownMenuMessages, [
  { path: '/me/organisations', label: 'mine', in: 'personal' },
  { path: `${BASE}/profile`, label: 'profile', in: ALL_KINDS },
  { path: `${BASE}/verification`, label: 'verification', in: ALL_KINDS },
  { path: `${BASE}/team`, label: 'team', in: ALL_KINDS },
  { path: `${BASE}/api-keys`, label: 'apiKeys', in: ALL_KINDS },
]);
