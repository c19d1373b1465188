import type { Locale } from '../context/request-context.js';

/** What kind of refusal it is; decides how it is answered, never what it says. */
export type ErrorCategory =
  'invalid' | 'not_found' | 'conflict' | 'forbidden_state' | 'limit' | 'dependency';

/** A list is joined as the language of the reader joins things. */
export type ErrorParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Texts of a refusal in every language, and words for the codes that its parameters may be. */
export type ErrorTexts = Readonly<Record<Locale, string>> & {
  readonly words?: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
};

const JOINED_BY: Readonly<Record<Locale, string>> = { 'zh-CN': '、', en: ', ' };

export interface ErrorDetails {
  /** Path of the offending value below `input`, for example `['requirements', '0', 'level']`. */
  readonly field?: readonly string[];
  /** Values named in the message by `{name}`; never personal data. */
  readonly params?: ErrorParams;
  readonly cause?: unknown;
}

/** A rule of the business said no. Thrown, so that the transaction rolls back; answered as a `UserError`. */
export class DomainError extends Error {
  readonly field: readonly string[] | null;
  readonly params: ErrorParams;

  constructor(
    readonly code: string,
    readonly category: ErrorCategory,
    private readonly texts: ErrorTexts,
    details: ErrorDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'DomainError';
    this.field = details.field ?? null;
    this.params = details.params ?? {};
  }

  /** The same refusal of a value that stands there: what reads files or parts does not know what the input calls them. */
  at(field: readonly string[]): DomainError {
    return new DomainError(this.code, this.category, this.texts, {
      field,
      params: this.params,
      cause: this,
    });
  }

  /** The message for a reader of that language. */
  text(locale: Locale): string {
    const words = new Map(Object.entries(this.texts.words?.[locale] ?? {}));
    return this.texts[locale].replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      [this.params[key] ?? []]
        .flat()
        .map((value) => words.get(String(value)) ?? String(value))
        .join(JOINED_BY[locale]),
    );
  }
}
