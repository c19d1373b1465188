import { dehydrate } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { Viewer } from '@/graphql/generated/shared/viewer/viewer';
import { createQueryClient, operationOptions } from '@/shared/graphql/query';
import type { Transport } from '@/shared/graphql/request';
import type { Head } from '@/shared/head/head';
import type { Locale } from '@/shared/i18n/locale';
import type { Operator } from '@/shared/operator/operator';
import { App } from './app';
import { documentOf, type Assets } from './document';
import { matchRoute, routes } from './routes';
import type { Theme } from '@/shared/ui/theme';

export interface PortalRequest {
  /** Path and query of the address. */
  readonly url: string;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly nonce: string;
  /** Asks the API as the reader. */
  readonly transport: Transport;
  readonly assets: Assets;
  readonly operator: Operator;
}

export interface PortalAnswer {
  readonly status: number;
  readonly html: string;
}

/** All pages: for the build, which finds their code, and for tests, which see that they know each of them. */
export const pages = routes.map(({ path, file, prefetch }) => ({
  path,
  file,
  isRendered: prefetch !== undefined,
}));

/** The document for an address: rendered in full where the page can be, else the empty frame for the browser to fill. */
export async function answer({
  url,
  locale,
  theme,
  nonce,
  transport,
  assets,
  operator,
}: PortalRequest): Promise<PortalAnswer> {
  const { pathname, searchParams } = new URL(url, 'http://portal');
  const match = matchRoute(pathname);
  const frame = { locale, theme, nonce, assets, operator, path: match?.route.path };
  if (match !== null && match.route.prefetch === undefined)
    return {
      status: 200,
      html: documentOf({ ...frame, head: { title: '' }, body: '', state: null }),
    };

  const queries = createQueryClient(transport);
  // First, for it says where the reader's notices end: what changes the page from here on arrives live.
  await queries.prefetchQuery(operationOptions(Viewer, {}));
  const [prefetched] = await Promise.all([
    match?.route.prefetch?.({ queries, params: match.params, search: searchParams, locale }),
    match?.route.preload(),
  ]);
  const status = match === null ? 404 : (prefetched ?? 200);
  const head: Head = { title: '' };
  const body = renderToString(
    <StaticRouter location={url}>
      <App {...{ locale, theme, operator, queries, head }} />
    </StaticRouter>,
  );
  const state = dehydrate(queries);
  queries.clear();
  return {
    status,
    html: documentOf({ ...frame, head, body, state }),
  };
}
