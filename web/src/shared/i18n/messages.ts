import { createInstance } from 'i18next';
import { LOCALES, useLocale, type Locale } from './locale';

/** English has two forms where a `count` is named, Chinese one. */
type English = string | { readonly one: string; readonly other: string };

export interface Messages<TKey extends string> {
  readonly namespace: string;
  /** Never set: it carries the keys. */
  readonly keys?: TKey;
}

export type Values = Readonly<Record<string, string | number>>;
export type Text<TKey extends string> = (key: TKey, values?: Values) => string;

const translator = createInstance();
void translator.init({
  initAsync: false,
  fallbackLng: false,
  resources: {},
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

/** Nobody changes them afterwards and nobody waits for them: no copy, no event. */
const OURS = { silent: true, skipCopy: true };

/**
 * The texts of one part of the portal in every language; a text missing in one of them does not compile. `{name}` stands for
 * a value; `{count}` chooses the English form.
 */
export function defineMessages<const TChinese extends Readonly<Record<string, string>>>(
  namespace: string,
  texts: {
    readonly 'zh-CN': TChinese;
    readonly en: { readonly [K in keyof TChinese]: English };
  },
): Messages<keyof TChinese & string> {
  for (const locale of LOCALES)
    translator.addResourceBundle(locale, namespace, flat(texts[locale]), false, true, OURS);
  return { namespace };
}

function flat(texts: Readonly<Record<string, English>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[key, text]]
        : [
            [`${key}_one`, text.one],
            [`${key}_other`, text.other],
          ],
    ),
  );
}

export function textIn<TKey extends string>(
  locale: Locale,
  { namespace }: Messages<TKey>,
): Text<TKey> {
  const translate = translator.getFixedT(locale, namespace);
  return (key, values) => translate(key as string, { ...values });
}

/** The texts in the reader's language. */
export function useText<TKey extends string>(messages: Messages<TKey>): Text<TKey> {
  return textIn(useLocale(), messages);
}
