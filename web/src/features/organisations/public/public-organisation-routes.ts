// The styles come with the document: the page is shown before any code has loaded.
import '@/shared/ui/facts.css';
import type { PageRoute } from '@/shared/routing/page-route';

export const publicOrganisationRoutes: readonly PageRoute[] = [
  {
    path: '/organisations/:id',
    load: () => import('./organisation-page'),
    prefetch: async (context) =>
      (await import('./prefetch-organisation')).prefetchOrganisation(context),
  },
];
