import type { Locale } from '../../core/context/index.js';
import type { NotificationKind } from './notification-kinds.js';
import { UNKNOWN_FACTS, type FactName, type KindTexts } from './notification-texts.js';
import { TEXTS_EN } from './notification-texts.en.js';
import { TEXTS_ZH_CN } from './notification-texts.zh-cn.js';

export const NOTIFICATION_TEXTS: Readonly<Record<Locale, KindTexts>> = {
  'zh-CN': TEXTS_ZH_CN,
  en: TEXTS_EN,
};

/** Title and body of a notice; what is not known is replaced by words that say nothing. */
export function compose(
  kind: NotificationKind,
  locale: Locale,
  facts: Readonly<Partial<Record<FactName, string>>>,
): { readonly title: string; readonly body: string } {
  const known = { ...UNKNOWN_FACTS[locale], ...facts };
  // In one pass, so that braces in a name stay what they are.
  const fill = (text: string): string => {
    const filled = text.replaceAll(/\{(\w+)\}/g, (_, name: FactName) => known[name]);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  };
  const [title, body] = NOTIFICATION_TEXTS[locale][kind];
  return { title: fill(title), body: fill(body) };
}
