import { createHash } from 'node:crypto';

/** Settings of one index, as code. What is not named keeps the engine's default. */
export interface IndexSettings {
  readonly searchableAttributes: readonly string[];
  readonly filterableAttributes: readonly string[];
  readonly sortableAttributes: readonly string[];
  readonly displayedAttributes?: readonly string[];
  readonly rankingRules?: readonly string[];
  readonly stopWords?: readonly string[];
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  readonly dictionary?: readonly string[];
  readonly separatorTokens?: readonly string[];
  readonly nonSeparatorTokens?: readonly string[];
  readonly distinctAttribute?: string;
  readonly proximityPrecision?: 'byWord' | 'byAttribute';
  readonly facetSearch?: boolean;
  readonly prefixSearch?: 'indexingTime' | 'disabled';
  readonly searchCutoffMs?: number;
  readonly localizedAttributes?: readonly {
    readonly attributePatterns: readonly string[];
    readonly locales: readonly string[];
  }[];
  readonly typoTolerance?: {
    readonly enabled?: boolean;
    readonly disableOnAttributes?: readonly string[];
    readonly disableOnWords?: readonly string[];
    readonly disableOnNumbers?: boolean;
    /** Letters from which a word may have one slip, and two. */
    readonly minWordSizeForTypos?: { readonly oneTypo: number; readonly twoTypos: number };
  };
  readonly faceting?: { readonly maxValuesPerFacet: number };
  readonly pagination?: { readonly maxTotalHits: number };
}

/** Lists whose order means something; all others are compared and hashed as sets. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules', 'localizedAttributes']);
/** Objects that the engine fills up with defaults: only what we name is compared. */
const FILLED_UP = new Set(['typoTolerance', 'faceting', 'pagination']);

/** Short name of the settings; equal for settings that mean the same. */
export function settingsHash(settings: IndexSettings): string {
  return createHash('sha256').update(canonical(settings, settings)).digest('hex').slice(0, 12);
}

/** Whether an index with the settings `actual` (as the engine tells them) is what `wanted` asks for. */
export function settingsMatch(
  wanted: IndexSettings,
  actual: Readonly<Record<string, unknown>>,
): boolean {
  return canonical(wanted, wanted) === canonical(wanted, actual);
}

function canonical(wanted: IndexSettings, actual: object): string {
  const values = new Map<string, unknown>(Object.entries(actual));
  const entries = Object.entries(wanted)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, unknown]) => {
      const found = values.get(name);
      const compared = FILLED_UP.has(name) ? onlyNamed(value, found) : found;
      return [name, normal(compared, !ORDERED.has(name))] as const;
    });
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function onlyNamed(wanted: unknown, actual: unknown): unknown {
  if (!isRecord(wanted) || !isRecord(actual)) return actual;
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, actual[key]]));
}

function normal(value: unknown, isSet: boolean): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => normal(part, true));
    return isSet ? parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : parts;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, normal(part, true)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
