import {
  HydrationBoundary,
  QueryClientProvider,
  type DehydratedState,
  type QueryClient,
} from '@tanstack/react-query';
import { Route, Routes } from 'react-router';
import { LocaleContext, type Locale } from '@/shared/i18n/locale';
import { OperatorContext, type Operator } from '@/shared/operator/operator';
import { AccessBoundary } from './access-boundary';
import { HeadContext, type Head } from '@/shared/head/head';
import { routes } from './routes';
import { Shell } from './shell/shell';
import { NotFoundPage } from './not-found-page';
import { ThemeContext, type Theme } from '@/shared/ui/theme';

export interface AppProps {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly operator: Operator;
  readonly queries: QueryClient;
  readonly state?: DehydratedState | undefined;
  readonly head?: Head;
}

/** The whole portal inside a router, for the server and for the browser. */
export function App({ locale, theme, operator, queries, state, head }: AppProps) {
  return (
    <LocaleContext value={locale}>
      <ThemeContext value={theme}>
        <QueryClientProvider client={queries}>
          <HydrationBoundary state={state}>
            <HeadContext value={head ?? null}>
              <OperatorContext value={operator}>
                <Shell>
                  <Routes>
                    {routes.map((route) => (
                      <Route
                        key={route.path}
                        path={route.path}
                        element={<AccessBoundary route={route} />}
                      />
                    ))}
                    <Route path="*" element={<NotFoundPage />} />
                  </Routes>
                </Shell>
              </OperatorContext>
            </HeadContext>
          </HydrationBoundary>
        </QueryClientProvider>
      </ThemeContext>
    </LocaleContext>
  );
}
