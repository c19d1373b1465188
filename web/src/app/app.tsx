import { type createCache, StyleProvider } from '@ant-design/cssinjs';
import {
  HydrationBoundary,
  QueryClientProvider,
  type DehydratedState,
  type QueryClient,
} from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import en from 'antd/locale/en_US';
import { Route, Routes } from 'react-router';
import { LocaleContext, type Locale } from '@/shared/i18n/locale';
import { textIn } from '@/shared/i18n/messages';
import { OperatorContext, type Operator } from '@/shared/operator/operator';
import { AccessBoundary } from './access-boundary';
import { appMessages } from './app.messages';
import { HeadContext, type Head } from '@/shared/head/head';
import { routes } from './routes';
import { Shell } from './shell/shell';
import { NotFoundPage } from './not-found-page';
import { overlayRoot } from '@/shared/ui/overlay-root';
import { themeConfig, ThemeContext, type Theme } from '@/shared/ui/theme';

export interface AppProps {
  readonly locale: Locale;
  readonly theme: Theme;
  /** Of the content security policy: styles that antd adds carry it. */
  readonly nonce: string;
  readonly operator: Operator;
  readonly queries: QueryClient;
  readonly state?: DehydratedState | undefined;
  readonly styles?: ReturnType<typeof createCache>;
  readonly head?: Head;
}

/** Forms mark what may be left out as offices do. */
const CHINESE = zhCN.Form
  ? { ...zhCN, Form: { ...zhCN.Form, optional: textIn('zh-CN', appMessages)('optional') } }
  : zhCN;

/** The whole portal inside a router, for the server and for the browser. */
export function App({ locale, theme, nonce, operator, queries, state, styles, head }: AppProps) {
  return (
    <StyleProvider {...(styles ? { cache: styles } : {})}>
      <LocaleContext value={locale}>
        <ThemeContext value={theme}>
          <ConfigProvider
            locale={locale === 'en' ? en : CHINESE}
            theme={themeConfig(theme)}
            csp={{ nonce }}
            getPopupContainer={overlayRoot}
            button={{ autoInsertSpace: false }}
            form={{
              scrollToFirstError: { focus: true, block: 'center' },
              // The form puts its rule's limit into the text.
              validateMessages: {
                string: { max: textIn(locale, appMessages)('tooLong', { max: '${max}' }) },
              },
            }}
          >
            <AntdApp component={false}>
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
            </AntdApp>
          </ConfigProvider>
        </ThemeContext>
      </LocaleContext>
    </StyleProvider>
  );
}
