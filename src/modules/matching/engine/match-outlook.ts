import { bestOf, scoreAmong, type Candidates } from './candidates.js';
import type { MatchEngine } from './match-engine.js';
import { requiredSkills, termShares, unmetRequirements } from './match-explanation.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { skillKey } from '../../reference-data/index.js';

/** One thing about a person that could be otherwise. */
export interface Change {
  readonly kind:
    | 'SKILL'
    | 'CERTIFICATE'
    | 'SKILL_LEVEL'
    | 'EDUCATION'
    | 'EXPERIENCE'
    | 'START_DATE'
    | 'PAY'
    | 'REGION';
  /** The skill, certificate or region id; the level, rank or years; the day; the pay in fen. */
  readonly value: string | number;
}

/** What one change, and nothing else, would do. */
export interface ChangeEffect extends Change {
  /** Place of the posting asked about among all that fit; null where it does not, or none was asked about. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly addedCount: number;
  /** Postings that would be new among the first `TOP`. */
  readonly topCount: number;
}

/** The region that a region is part of. */
export type WiderRegion = (regionId: string) => string | null;

const TOP = 20;
/** Best postings looked through for what they ask for. */
const LOOKED_AT = 200;
const MOST_EFFECTS = 8;
const MOST_OF_A_KIND: Readonly<Partial<Record<Change['kind'], number>>> = {
  SKILL: 5,
  CERTIFICATE: 2,
  START_DATE: 2,
};
/** Part of the least pay that a lower wish keeps, to whole hundreds of yuan. */
const LOWER_PAY = 0.9;
const HUNDRED_YUAN_FEN = 10_000;

/** What would help the person: each change alone, over all postings, most helpful first. */
export function outlookOf(
  engine: MatchEngine,
  person: SeekerFeatures,
  widerRegion: WiderRegion,
): { readonly fittingCount: number; readonly changes: ChangeEffect[] } {
  const fitting = engine.candidates(person);
  const changes = [
    ...askedFor(engine, person),
    ...wideningOf(person, widerRegion),
    ...lowerPay(person.wishedPayMinFen),
  ];
  const effects = changes
    .map((change) => effectOf(engine, fitting, change, personWith(person, change)))
    .filter(({ addedCount, topCount }) => addedCount > 0 || topCount > 0)
    .sort((a, b) => b.topCount - a.topCount || b.addedCount - a.addedCount);
  return { fittingCount: fitting.postings.length, changes: effects.slice(0, MOST_EFFECTS) };
}

/** Place of one posting among all that fit, and what would bring it up, most helpful first. */
export function standingOf(
  engine: MatchEngine,
  person: SeekerFeatures,
  jobPostingId: string,
): {
  readonly fittingCount: number;
  readonly rank: number | null;
  readonly changes: ChangeEffect[];
} {
  const fitting = engine.candidates(person);
  const fittingCount = fitting.postings.length;
  const position = engine.positionOf(jobPostingId);
  if (position === null) return { fittingCount, rank: null, changes: [] };
  const rank = rankOf(fitting, position);
  const changes = fewOfAKind(changesFor(person, engine.posting(position)))
    .map((change) => effectOf(engine, fitting, change, personWith(person, change), position))
    .filter(({ rankAfter }) => rankAfter !== null && rankAfter < (rank ?? Infinity))
    .sort((a, b) => (a.rankAfter ?? 0) - (b.rankAfter ?? 0));
  return { fittingCount, rank, changes: changes.slice(0, MOST_EFFECTS) };
}

function effectOf(
  engine: MatchEngine,
  before: Candidates,
  change: Change,
  otherwise: SeekerFeatures,
  position: number | null = null,
): ChangeEffect {
  const after = engine.candidates(otherwise);
  const top = topOf(before);
  const newTop = bestOf(after, TOP).postings.filter((posting) => !top.has(posting));
  return {
    ...change,
    rankBefore: position === null ? null : rankOf(before, position),
    rankAfter: position === null ? null : rankOf(after, position),
    addedCount: Math.max(0, after.postings.length - before.postings.length),
    topCount: newTop.length,
  };
}

const tops = new WeakMap<Candidates, ReadonlySet<number>>();

/** The first `TOP`, worked out once for the changes compared with them. */
function topOf(candidates: Candidates): ReadonlySet<number> {
  const top = tops.get(candidates) ?? new Set(bestOf(candidates, TOP).postings);
  tops.set(candidates, top);
  return top;
}

function rankOf(candidates: Candidates, position: number): number | null {
  const score = scoreAmong(candidates, position);
  if (score === 0) return null;
  let better = 0;
  for (const other of candidates.scores) if (other > score) better += 1;
  return better + 1;
}

/** The person with one thing otherwise. */
export function personWith(person: SeekerFeatures, { kind, value }: Change): SeekerFeatures {
  switch (kind) {
    case 'SKILL':
      return { ...person, skills: [...person.skills, String(value)] };
    case 'CERTIFICATE':
      return { ...person, certificates: [...person.certificates, String(value)] };
    case 'REGION':
      return { ...person, wishedRegionIds: [...person.wishedRegionIds, String(value)] };
    case 'SKILL_LEVEL':
      return { ...person, skillLevel: Number(value) };
    case 'EDUCATION':
      return { ...person, educationRank: Number(value) };
    case 'EXPERIENCE':
      return { ...person, experienceYears: Number(value) };
    case 'START_DATE':
      return { ...person, availableFrom: String(value) };
    case 'PAY':
      return { ...person, wishedPayMinFen: Number(value) };
  }
}

/** What the postings that come closest ask for most often beyond what the person has. */
function askedFor(engine: MatchEngine, person: SeekerFeatures): Change[] {
  const counts = new Map<string, { readonly change: Change; count: number }>();
  const numbersLeftOut = { certificates: [], skillLevel: null, educationRank: null };
  const near = [
    { ...person, ...numbersLeftOut, experienceYears: null, availableFrom: null },
    { ...person, skills: [] },
  ];
  const seen = new Set<number>();
  for (const otherwise of near) {
    for (const position of engine.best(otherwise, LOOKED_AT).postings) {
      if (seen.has(position)) continue;
      seen.add(position);
      for (const change of changesFor(person, engine.posting(position))) {
        // Pay and place are the person's own to set, not for postings to ask.
        if (change.kind === 'PAY' || change.kind === 'REGION') continue;
        const key = `${change.kind} ${skillKey(String(change.value))}`;
        const known = counts.get(key);
        if (known) known.count += 1;
        else counts.set(key, { change, count: 1 });
      }
    }
  }
  const mostAsked = [...counts.values()].sort((a, b) => b.count - a.count);
  return fewOfAKind(mostAsked.map(({ change }) => change));
}

/** Each of them is a pass over all postings: the first few of each kind. */
function fewOfAKind(changes: readonly Change[]): Change[] {
  const taken = new Map<Change['kind'], number>();
  return changes.filter(({ kind }) => {
    const count = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, count);
    return count <= (MOST_OF_A_KIND[kind] ?? 1);
  });
}

/** Single changes that one posting asks for. */
function changesFor(person: SeekerFeatures, posting: PostingFeatures): Change[] {
  const unmet = new Set(unmetRequirements(person, posting));
  const held = new Set([...person.skills, ...person.certificates].map(skillKey));
  const isNew = (name: string): boolean => !held.has(skillKey(name));
  const skills = termShares(person, posting).SKILLS.missing;
  const changes: Change[] = [];
  const musts = unmet.has('REQUIRED_SKILL') ? requiredSkills(posting).filter(isNew) : [];
  for (const value of new Set([...musts, ...skills.filter(isNew)])) {
    changes.push({ kind: 'SKILL', value });
  }
  for (const value of unmet.has('CERTIFICATE') ? posting.requiredCertificates.filter(isNew) : []) {
    changes.push({ kind: 'CERTIFICATE', value });
  }
  const { skillLevel, educationRank, experienceYears, startsOn } = posting;
  if (unmet.has('SKILL_LEVEL')) changes.push({ kind: 'SKILL_LEVEL', value: skillLevel ?? 0 });
  if (unmet.has('EDUCATION')) changes.push({ kind: 'EDUCATION', value: educationRank ?? 0 });
  if (unmet.has('EXPERIENCE')) changes.push({ kind: 'EXPERIENCE', value: experienceYears ?? 0 });
  if (unmet.has('START_DATE')) changes.push({ kind: 'START_DATE', value: startsOn ?? '' });
  if (unmet.has('PAY')) changes.push({ kind: 'PAY', value: posting.payMaxFen ?? 0 });
  const place = posting.regionPath.at(-1);
  if (unmet.has('REGION') && place !== undefined) changes.push({ kind: 'REGION', value: place });
  return changes;
}

/** All of the city instead of a district, of the province instead of a city. */
function wideningOf({ wishedRegionIds }: SeekerFeatures, widerRegion: WiderRegion): Change[] {
  const wider = new Set(wishedRegionIds.flatMap((id) => widerRegion(id) ?? []));
  return [...wider]
    .filter((id) => !wishedRegionIds.includes(id))
    .map((value) => ({ kind: 'REGION', value }));
}

function lowerPay(wishFen: number | null): Change[] {
  if (wishFen === null) return [];
  const value = Math.floor((wishFen * LOWER_PAY) / HUNDRED_YUAN_FEN) * HUNDRED_YUAN_FEN;
  return value > 0 ? [{ kind: 'PAY', value }] : [];
}
