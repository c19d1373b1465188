import {
  DomainError,
  type ErrorCategory,
  type ErrorDetails,
  type ErrorTexts,
} from './domain-error.js';

/** One catalogue entry: its category and its text in every language of the portal. */
export type ErrorEntry = ErrorTexts & { readonly category: ErrorCategory };

export type ErrorFactory = (details?: ErrorDetails) => DomainError;

/** Every code of the catalogue; also the values of the GraphQL enum `UserErrorCode`. */
export const errorCatalogue: Record<string, ErrorEntry> = {};

/**
 * Declares the errors of one aggregate. Codes become `<AGGREGATE>_<REASON>`; each is a factory:
 *
 *     export const applicationErrors = defineErrors('APPLICATION', {
 *       DUPLICATE: { category: 'conflict', 'zh-CN': '您已申请过该岗位', en: 'You have already applied' },
 *     });
 *     throw applicationErrors.DUPLICATE({ field: ['jobPostingId'] });
 */
export function defineErrors<K extends string>(
  aggregate: string,
  entries: Readonly<Record<K, ErrorEntry>>,
): Readonly<Record<K, ErrorFactory>> {
  const factories = {} as Record<K, ErrorFactory>;
  for (const reason of Object.keys(entries) as K[]) {
    const code = `${aggregate}_${reason}`;
    if (errorCatalogue[code]) throw new Error(`Error ${code} is declared twice`);
    const entry = entries[reason];
    errorCatalogue[code] = entry;
    factories[reason] = (details) => new DomainError(code, entry.category, entry, details);
  }
  return factories;
}
