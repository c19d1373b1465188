import { parseEducation } from '../../reference-data/index.js';
import type { PlaceNames } from './place-names.js';
import type { QueryPart } from './query-text.js';
import { readPay } from './read-pay.js';
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

const { payPrefixes, educationSuffixes, educationGoesOn, noExperience } = SEARCH_WORDS;
const YEARS = /(?<years>\d{1,2})(?:[-~到至]\d{1,2})?年(?:以上)?(?:工作)?经验/gu;
const NO_EXPERIENCE = new RegExp(anyOf(noExperience), 'gu');
const EDUCATION = new RegExp(
  `(?:博士|硕士|研究生|本科|大专|专科|中专|技校|职高|高中|初中)(?<suffix>${anyOf(educationSuffixes)}*)(?!${anyOf(educationGoesOn)})`,
  'gu',
);
const HAN = /\p{Script=Han}/u;
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
    readPay,
    years,
    noExperiences,
    educations,
    concepts,
    (text) => places.in(text),
  ];
  for (const part of withAmounts(parts)) {
    if (part.sign !== null || part.isQuoted) {
      left.push(part);
      continue;
    }
    let rest = part.text;
    // What stood before something that was read may be read now: 8k双休.
    for (let before = ''; before !== rest;) {
      before = rest;
      for (const read of readers) {
        for (const { from, to, ...found } of read(rest).reverse()) {
          if (asWritten.has(found.text) || done.has(found.kind)) continue;
          if (!isConcept(found)) done.add(found.kind);
          understood.push(found);
          rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
        }
      }
    }
    for (const text of rest.split(/\s+/u).filter(Boolean)) left.push({ ...part, text });
  }
  return { understood, parts: left };
}

/** A word for pay goes with the amount after it: 月薪 8000. */
function withAmounts(parts: readonly QueryPart[]): QueryPart[] {
  const joined: QueryPart[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const isAmount = isPlain(part) && /^\d/u.test(part.text);
    if (before && isAmount && isPlain(before) && payPrefixes.includes(before.text)) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${part.text}` };
    } else joined.push(part);
  }
  return joined;
}

function isPlain({ sign, isQuoted }: QueryPart): boolean {
  return sign === null && !isQuoted;
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

/** Of a title such as 高中数学老师 it is a part: it counts at the end, or with a word that says what it is. */
function educations(text: string): Finding[] {
  return [...text.matchAll(EDUCATION)].flatMap((match) => {
    const after = text[match.index + match[0].length];
    if (match.groups?.['suffix'] === '' && after !== undefined && HAN.test(after)) return [];
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
