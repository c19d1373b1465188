import { matchPath } from 'react-router';
import { loadable, type LoadedRoute, type PageRoute } from '@/shared/routing/page-route';
import { activitiesRoutes } from '@/features/activities/routes';
import { affiliationsRoutes } from '@/features/affiliations/routes';
import { agreementsRoutes } from '@/features/agreements/routes';
import { applicationsRoutes } from '@/features/applications/routes';
import { homeRoutes } from '@/features/home/routes';
import { identityRoutes } from '@/features/identity/routes';
import { jobPostingsRoutes } from '@/features/job-postings/routes';
import { matchingRoutes } from '@/features/matching/routes';
import { notificationsRoutes } from '@/features/notifications/routes';
import { organisationsRoutes } from '@/features/organisations/routes';
import { profilesRoutes } from '@/features/profiles/routes';
import { searchRoutes } from '@/features/search/routes';
import { statisticsRoutes } from '@/features/statistics/routes';

const features: readonly (readonly PageRoute[])[] = [
  homeRoutes,
  searchRoutes,
  jobPostingsRoutes,
  organisationsRoutes,
  matchingRoutes,
  applicationsRoutes,
  profilesRoutes,
  affiliationsRoutes,
  agreementsRoutes,
  activitiesRoutes,
  statisticsRoutes,
  notificationsRoutes,
  identityRoutes,
];

/** Every page of the portal. */
export const routes: readonly LoadedRoute[] = features.flat().map(loadable);

export interface RouteMatch {
  readonly route: LoadedRoute;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** The page of a path; fixed paths win over those with parameters, as in the router. */
export function matchRoute(pathname: string): RouteMatch | null {
  const matches = routes.flatMap((route) => {
    const match = matchPath({ path: route.path, end: true }, pathname);
    return match === null ? [] : [{ route, params: match.params }];
  });
  const rank = ({ route }: RouteMatch): number => route.path.split('/:').length;
  return matches.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
