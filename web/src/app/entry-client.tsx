import './app.css';
import type { DehydratedState } from '@tanstack/react-query';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '@/shared/graphql/query';
import type { Locale } from '@/shared/i18n/locale';
import type { Operator } from '@/shared/operator/operator';
import { App } from './app';
import { loadFallbackFont } from './fallback-font';
import { keepFocus } from './keep-focus';
import { matchRoute } from './routes';
import type { Theme } from '@/shared/ui/theme';

const root = document.getElementById('root');
if (root === null) throw new Error('The document has no root');
const { lang, dataset } = document.documentElement;
const state = carried('state') as DehydratedState | null;
const app = (
  <BrowserRouter>
    <App
      locale={lang as Locale}
      theme={dataset.theme as Theme}
      operator={carried('operator') as Operator}
      queries={createQueryClient()}
      state={state ?? undefined}
    />
  </BrowserRouter>
);

// Not awaited here: a page's code may need this file's, which would wait for the page's in turn.
void takeOver(root);

async function takeOver(element: HTMLElement): Promise<void> {
  if (element.childElementCount > 0) {
    // The page's own code first: what the server has rendered stays until it can be taken over.
    await matchRoute(window.location.pathname)?.route.preload();
    hydrateRoot(element, app);
  } else {
    createRoot(element).render(app);
  }
  keepFocus(element);
  loadFallbackFont();
}

/** What came with the document. */
function carried(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}
