import { App as AntdApp, ConfigProvider, theme as antd, type ThemeConfig } from 'antd';
import en from 'antd/es/locale/en_US';
import type { Locale as AntdLocale } from 'antd/es/locale';
import zhCN from 'antd/es/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLocale, type Locale } from '../i18n/locale';
import { textIn } from '../i18n/messages';
import { overlayRoot } from './overlay-root';
import { useTheme, type Theme } from './theme';
import { uiMessages } from './ui.messages';

/** Colours keep a contrast of 4.5 to 1 for text (WCAG 2.2, 1.4.3); antd's own hints and descriptions do not. */
const LIGHT = {
  colorPrimary: '#0d6382',
  colorLink: '#0d6382',
  colorInfo: '#0d6382',
  colorSuccess: '#1f7a34',
  colorWarning: '#9a5b00',
  colorError: '#c0262d',
  colorTextDescription: '#545d69',
  colorTextPlaceholder: '#666f7a',
  colorTextTertiary: '#545d69',
  colorTextQuaternary: '#666f7a',
  // Of colours as dark as these antd makes muddy grounds.
  colorWarningBg: '#fff8e6',
  colorWarningBorder: '#ecd9a8',
  colorErrorBg: '#fdf0f0',
  colorErrorBorder: '#f0c4c4',
  colorSuccessBg: '#eef8f0',
  colorSuccessBorder: '#bfe0c7',
  colorInfoBg: '#eef6fa',
  colorInfoBorder: '#bcdbe8',
};
const DARK = {
  colorPrimary: '#3f9dc0',
  colorLink: '#74c0dd',
  colorInfo: '#3f9dc0',
  colorSuccess: '#6cc27e',
  colorWarning: '#e0a94a',
  colorError: '#f08a8a',
  colorTextDescription: '#a9b2bd',
  colorTextPlaceholder: '#98a2ae',
  colorTextTertiary: '#a9b2bd',
  colorTextQuaternary: '#98a2ae',
  colorTextLightSolid: '#07131a',
};

function themeConfig(theme: Theme): ThemeConfig {
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...(theme === 'dark' ? DARK : LIGHT),
      fontFamily: 'var(--gq-font)',
      fontSize: 15,
      borderRadius: 8,
      controlHeight: 40,
    },
  };
}
const CONFIGS = { light: themeConfig('light'), dark: themeConfig('dark') };

/** antd's own texts; what may be left out is marked as offices do. */
function localeOf(locale: Locale, texts: AntdLocale): AntdLocale {
  const optional = textIn(locale, uiMessages)('optional');
  return { ...texts, Form: { defaultValidateMessages: {}, ...texts.Form, optional } };
}
const LOCALES = { 'zh-CN': localeOf('zh-CN', zhCN), en: localeOf('en', en) };

/** What antd's parts need around them: language, colours, and the nonce for the styles they add. */
export function AntdFrame({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const theme = useTheme();
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  return (
    <ConfigProvider
      locale={LOCALES[locale]}
      theme={CONFIGS[theme]}
      csp={{ nonce }}
      getPopupContainer={overlayRoot}
      button={{ autoInsertSpace: false }}
      form={{
        scrollToFirstError: { focus: true, block: 'center' },
        // The form puts its rule's limit into the text.
        validateMessages: {
          string: { max: textIn(locale, uiMessages)('tooLong', { max: '${max}' }) },
        },
      }}
    >
      <AntdApp component={false}>{children}</AntdApp>
    </ConfigProvider>
  );
}
