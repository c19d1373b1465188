import { theme as antd, type ThemeConfig } from 'antd';
import { createContext, useContext } from 'react';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

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

export function themeConfig(theme: Theme): ThemeConfig {
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

export const ThemeContext = createContext<Theme>('light');

export function useTheme(): Theme {
  return useContext(ThemeContext);
}
