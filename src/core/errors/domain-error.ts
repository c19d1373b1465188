import type { Locale } from '../context/request-context.js';

/** What kind of refusal it is; decides how it is answered, never what it says. */
export type ErrorCategory =
  'invalid' | 'not_found' | 'conflict' | 'forbidden_state' | 'limit' | 'dependency';

export type ErrorParams = Readonly<Record<string, string | number>>;

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
    private readonly texts: Readonly<Record<Locale, string>>,
    details: ErrorDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'DomainError';
    this.field = details.field ?? null;
    this.params = details.params ?? {};
  }

  /** The message for a reader of that language. */
  text(locale: Locale): string {
    return this.texts[locale].replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      String(this.params[key] ?? ''),
    );
  }
}
