import { parseEducation } from '../../reference-data/index.js';
import type { PlaceNames } from './place-names.js';
import type { QueryPart } from './query-text.js';
import { anyOf, SEARCH_WORDS, WORDINGS, type ConceptKind } from './search-words.js';

export const UNDERSTANDINGS = [
  'PAY',
  'EXPERIENCE',
  'EDUCATION',
  'REGION',
  'BENEFIT',
  'SKILL',
] as const;
export type Understanding = (typeof UNDERSTANDINGS)[number];

/** A piece of the text that means more than its letters. */
export type Understood = { readonly text: string } & (
  | { readonly kind: 'PAY'; /** A month. */ readonly yuan: number }
  | { readonly kind: 'EXPERIENCE'; readonly years: number }
  | { readonly kind: 'EDUCATION'; readonly code: string }
  | { readonly kind: 'REGION'; readonly id: string }
  | { readonly kind: ConceptKind; /** Stands for all its wordings. */ readonly token: string }
);

export interface UnderstoodText {
  readonly understood: readonly Understood[];
  /** What stays text. */
  readonly parts: readonly QueryPart[];
}

export function isConcept(
  one: Understood,
): one is Extract<Understood, { readonly kind: ConceptKind }> {
  return one.kind === 'BENEFIT' || one.kind === 'SKILL';
}

type Finding = Understood & { readonly from: number; readonly to: number };
type Reader = (text: string) => Finding[];

const { payPrefixes, paySuffixes, educationSuffixes, noExperience } = SEARCH_WORDS;
const NUMBER = String.raw`\d{1,6}(?:\.\d)?`;
const UNIT = '[k千万元]';
const UNITS: Readonly<Record<string, number>> = { k: 1_000, 千: 1_000, 万: 10_000 };
/** `月薪8千以上`, `8k-12k`: the lower amount counts; `8-12k` has the unit at its end only. */
const PAY = new RegExp(
  [
    `(?<![\\w.])(?<prefix>${anyOf(payPrefixes)})?\\s*`,
    `(?<amount>${NUMBER})(?<unit>${UNIT})?(?:\\s*[-~到至]\\s*${NUMBER}(?<last>${UNIT}))?`,
    `元?(?:/月|每月)?(?<suffix>${anyOf(paySuffixes)}|\\+)?(?![\\w.+])`,
  ].join(''),
  'gu',
);
const YEARS = /(?<years>\d{1,2})年(?:以上)?(?:工作)?经验/gu;
const NO_EXPERIENCE = new RegExp(anyOf(noExperience), 'gu');
const EDUCATION = new RegExp(
  `(?:博士|硕士|研究生|本科|大专|专科|中专|技校|职高|高中|初中)${anyOf(educationSuffixes)}*`,
  'gu',
);
const HAN = /\p{Script=Han}/u;
/** Nobody looks for less a month, nor for so much. */
const PAY_RANGE = [500, 300_000] as const;

/**
 * Reads pay, experience, education, place, benefits and skills out of what was typed. What is quoted or signed stays text, and so
 * does what `asWritten` names, what `taken` says is asked for already, and the second of a kind.
 */
export function understand(
  parts: readonly QueryPart[],
  places: Pick<PlaceNames, 'in'>,
  {
    asWritten,
    taken,
  }: { readonly asWritten: ReadonlySet<string>; readonly taken: ReadonlySet<Understanding> },
): UnderstoodText {
  const understood: Understood[] = [];
  const left: QueryPart[] = [];
  const done = new Set(taken);
  const readers: Reader[] = [
    pays,
    years,
    noExperiences,
    educations,
    concepts,
    (text) => places.in(text),
  ];
  for (const part of parts) {
    if (part.sign !== null || part.isQuoted) {
      left.push(part);
      continue;
    }
    let rest = part.text;
    for (const read of readers) {
      for (const { from, to, ...found } of read(rest).reverse()) {
        if (asWritten.has(found.text) || done.has(found.kind)) continue;
        if (!isConcept(found)) done.add(found.kind);
        understood.push(found);
        rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
      }
    }
    for (const text of rest.split(/\s+/u).filter(Boolean)) left.push({ ...part, text });
  }
  return { understood, parts: left };
}

function pays(text: string): Finding[] {
  return [...text.matchAll(PAY)].flatMap((match) => {
    const { prefix, amount, suffix, last = '', unit = last } = match.groups ?? {};
    // A bare number is no pay, and neither is 4K: it takes a word or a unit that says so, at the end of a word.
    if (prefix === undefined && (unit === '' || (unit === 'k' && !isAlone(text, match, suffix))))
      return [];
    const yuan = Number(amount) * (UNITS[unit] ?? 1);
    if (yuan < PAY_RANGE[0] || yuan > PAY_RANGE[1]) return [];
    return [{ kind: 'PAY' as const, yuan, ...placeOf(match) }];
  });
}

function isAlone(text: string, match: RegExpExecArray, suffix: string | undefined): boolean {
  const after = text[match.index + match[0].length];
  return suffix !== undefined || after === undefined || /\s/u.test(after);
}

function years(text: string): Finding[] {
  return [...text.matchAll(YEARS)].map((match) => {
    return { kind: 'EXPERIENCE', years: Number(match.groups?.['years']), ...placeOf(match) };
  });
}

function noExperiences(text: string): Finding[] {
  return [...text.matchAll(NO_EXPERIENCE)].map((match) => {
    return { kind: 'EXPERIENCE', years: 0, ...placeOf(match) };
  });
}

function educations(text: string): Finding[] {
  return [...text.matchAll(EDUCATION)].flatMap((match) => {
    const { code } = parseEducation(match[0]);
    return code === null ? [] : [{ kind: 'EDUCATION' as const, code, ...placeOf(match) }];
  });
}

/** Of those that lie in one another the longest. A skill in characters is no part of a longer word: 电工证 but not 电工证书. */
function concepts(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { kind, token, pattern } of WORDINGS) {
    for (const match of text.matchAll(pattern)) {
      const finding = { kind, token, ...placeOf(match) };
      const isPart = kind === 'SKILL' && HAN.test(finding.text) && finding.text !== text;
      if (!isPart && found.every((other) => areApart(finding, other))) found.push(finding);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function areApart(one: Finding, other: Finding): boolean {
  return one.to <= other.from || other.to <= one.from;
}

function placeOf(match: RegExpExecArray): { text: string; from: number; to: number } {
  const [found] = match;
  const from = match.index + found.length - found.trimStart().length;
  return { text: found.trim(), from, to: match.index + found.length };
}
