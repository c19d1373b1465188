// The styles come with the document: the page is shown before any code has loaded.
import '@/shared/ui/facts.css';
import './posting.css';
import type { PageRoute } from '@/shared/routing/page-route';

export const publicPostingRoutes: readonly PageRoute[] = [
  {
    path: '/jobs/:postingId',
    load: () => import('./posting-page'),
    prefetch: async (context) => (await import('./prefetch-posting')).prefetchPosting(context),
  },
];
