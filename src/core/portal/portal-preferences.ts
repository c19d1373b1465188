import type { Locale } from '../context/index.js';
import type { PortalTheme } from './portal-bundle.js';

/** Choices a device remembers; they identify nobody. */
export interface PortalPreferences {
  readonly locale: Locale | null;
  readonly theme: PortalTheme | null;
}

export function portalPreferences(cookies: string | undefined): PortalPreferences {
  const locale = /(?:^|; *)gq-locale=(zh-CN|en)(?:;|$)/.exec(cookies ?? '')?.[1];
  const theme = /(?:^|; *)gq-theme=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1];
  return {
    locale: (locale as Locale | undefined) ?? null,
    theme: (theme as PortalTheme | undefined) ?? null,
  };
}
