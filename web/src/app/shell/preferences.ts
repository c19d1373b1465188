import type { Locale } from '@/shared/i18n/locale';
import type { Theme } from '@/shared/ui/theme';

const YEAR_S = 31_536_000;

/** Choices of this device; the server reads them so that the first picture is right. */
function remember(name: 'gq-locale' | 'gq-theme', value: Locale | Theme): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  window.location.reload();
}

export function rememberLocale(locale: Locale): void {
  remember('gq-locale', locale);
}

export function rememberTheme(theme: Theme): void {
  remember('gq-theme', theme);
}
