import type { QueryClient } from '@tanstack/react-query';
import { createElement, lazy, useState, type ComponentType } from 'react';
import type { Locale } from '@/shared/i18n/locale';
import { withAntd } from '@/shared/ui/with-antd';

export interface PrefetchContext {
  readonly queries: QueryClient;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly search: URLSearchParams;
  readonly locale: Locale;
}

export interface PageModule {
  readonly Page: ComponentType;
}

/** One page and where it stands. */
export interface PageRoute {
  readonly path: string;
  readonly load: () => Promise<PageModule>;
  /** The file of the page; the build fills it in for the server. */
  readonly file?: string;
  /** Who the page is for; somebody else is asked to sign in, or told that there is nothing. Anyone when left out. */
  readonly access?: 'signedIn' | 'administrator' | 'member';
  /**
   * Asks for what the first picture needs, so that the server can render it. A page without is rendered in the browser only
   * and may use antd everywhere; a page with it loads antd later, with the parts that need it.
   * Answers the status of the page; 200 when left out.
   */
  readonly prefetch?: (context: PrefetchContext) => Promise<number | void>;
}

/** A page that is loaded when it is needed, and can be loaded before. */
export interface LoadedRoute extends PageRoute {
  readonly Component: ComponentType;
  readonly preload: () => Promise<unknown>;
}

export function loadable(route: PageRoute): LoadedRoute {
  let loaded: ComponentType | null = null;
  const page = async (): Promise<ComponentType> => (await route.load()).Page;
  const preload = async (): Promise<ComponentType> =>
    (loaded ??= await (route.prefetch ? page() : withAntd(page)));
  const Lazy = lazy(async () => ({ default: await preload() }));
  // What is loaded already renders at once: the server and the first picture in the browser cannot wait. Which of the two it is
  // stays as it was when the page came: another one in its place would begin the page anew.
  const Component = () => {
    const [Chosen] = useState<ComponentType>(() => loaded ?? Lazy);
    return createElement(Chosen);
  };
  return { ...route, preload, Component };
}
