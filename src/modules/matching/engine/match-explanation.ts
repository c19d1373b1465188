import { HELD, skillFacts, skillKey } from '../../reference-data/index.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import {
  backgroundShare,
  LEAST_SCORE,
  majorShare,
  occupationShare,
  payShare,
  type HardRequirement,
} from './match-score.rules.js';
import {
  MATCH_TERMS,
  pointsOf,
  WEIGHTS,
  type MatchTermName,
  type ScoreWeights,
} from './score-weights.js';
import { creditsOf } from './skill-similarity.js';
import { titleSimilarity, titleVector, type TitleVector } from './title-similarity.js';

/** What one term of a pair comes to, before it is weighed. */
export interface TermShare {
  /** 0 … 1; null where it is not known. */
  readonly share: number | null;
  /** Words or codes it rests on: matched title, skills held, region id … */
  readonly evidence: readonly string[];
  /** Words that would raise it: skills asked for and not held. */
  readonly missing: readonly string[];
}

/** One term of a score: its points and what they rest on. */
export interface MatchTerm extends Omit<TermShare, 'share'> {
  readonly name: MatchTermName;
  readonly points: number;
  readonly maximum: number;
  /** False: the points stand for what pairs have on average. */
  readonly isKnown: boolean;
}

export interface MatchExplanation {
  /** Requirements known to be unmet. */
  readonly unmet: readonly HardRequirement[];
  readonly terms: readonly MatchTerm[];
  /** Sum of the terms' points, 0 … 1,000. */
  readonly score: number;
  /** Whether the pair is worth showing: nothing unmet, the work the person is after, and score enough. */
  readonly isFitting: boolean;
}

/** Explains one pair in full. The engine ranks by the same formulas; a spec holds the two together. */
export function explainMatch(
  person: SeekerFeatures,
  posting: PostingFeatures,
  weights: ScoreWeights = WEIGHTS,
): MatchExplanation {
  const shares = termShares(person, posting);
  const terms = MATCH_TERMS.map((name) => term(name, shares[name], weights));
  const unmet = unmetRequirements(person, posting);
  const score = terms.reduce((sum, each) => sum + each.points, 0);
  const isFitting = unmet.length === 0 && isAboutWork(terms) && score >= LEAST_SCORE;
  return { unmet, terms, score, isFitting };
}

/** Every term of a pair as a share. */
export function termShares(
  person: SeekerFeatures,
  posting: PostingFeatures,
): Readonly<Record<MatchTermName, TermShare>> {
  const title = titleVector(posting.title);
  return {
    WORK: workShare(person, posting, title),
    MAJOR: majorTerm(person, posting, title),
    SKILLS: skillsShare(person, posting),
    PAY: payTerm(person, posting),
    PLACE: placeShare(person, posting),
    EXPERIENCE: alike(person.pastTitles, title),
    BACKGROUND: known(backgroundShare(person, posting)),
    INTEREST: known(posting.interestShare),
  };
}

/** Work or skills the person is after; where no wish is known, what the person has done or learned. */
function isAboutWork(terms: readonly MatchTerm[]): boolean {
  const of = (name: MatchTermName): MatchTerm | undefined => terms[MATCH_TERMS.indexOf(name)];
  const isGiven = (name: MatchTermName): boolean => {
    const term = of(name);
    return term?.isKnown === true && term.points > 0;
  };
  if (isGiven('SKILLS')) return true;
  return of('WORK')?.isKnown ? isGiven('WORK') : isGiven('EXPERIENCE') || isGiven('MAJOR');
}

export function unmetRequirements(
  person: SeekerFeatures,
  posting: PostingFeatures,
): HardRequirement[] {
  const unmet: HardRequirement[] = [];
  const check = (name: HardRequirement, isUnmet: boolean): void => {
    if (isUnmet) unmet.push(name);
  };
  check('SEATS', posting.freeSeats !== null && posting.freeSeats <= 0);
  check('HIDDEN', isHidden(person, posting));
  check('AUDIENCE', isForOthers(person, posting));
  check('EDUCATION', isBelow(person.educationRank, posting.educationRank));
  check('EXPERIENCE', isBelow(person.experienceYears, posting.experienceYears));
  check('REQUIRED_SKILL', isLacking(person.skills, requiredSkills(posting)));
  check('CERTIFICATE', isLacking(person.certificates, posting.requiredCertificates));
  check('SKILL_LEVEL', isBelow(person.skillLevel, posting.skillLevel));
  check('START_DATE', isLater(person.availableFrom, posting.startsOn));
  check('REGION', isElsewhere(person, posting));
  check('PAY', isBelow(posting.payMaxFen, person.wishedPayMinFen));
  return unmet;
}

/** Names of the skills that are a must. */
export function requiredSkills({ skills }: PostingFeatures): string[] {
  return skills.filter(({ isRequired }) => isRequired).map(({ name }) => name);
}

function isHidden(person: SeekerFeatures, { organisationId }: PostingFeatures): boolean {
  return organisationId !== null && person.hiddenFromOrganisationIds.includes(organisationId);
}

function isForOthers(person: SeekerFeatures, { audienceCollegeIds }: PostingFeatures): boolean {
  return (
    audienceCollegeIds !== null && !audienceCollegeIds.some((id) => person.collegeIds.includes(id))
  );
}

function isElsewhere(
  { wishedRegionIds }: SeekerFeatures,
  { regionPath }: PostingFeatures,
): boolean {
  const isSaid = wishedRegionIds.length > 0 && regionPath.length > 0;
  return isSaid && !regionPath.some((id) => wishedRegionIds.includes(id));
}

/** Whether something asked for is not held; of who lists nothing it is not known. */
function isLacking(held: readonly string[], asked: readonly string[]): boolean {
  if (held.length === 0 || asked.length === 0) return false;
  const keys = new Set(held.map(skillKey));
  return asked.some((name) => !keys.has(skillKey(name)));
}

/** Days of the calendar compare as they are written. */
function isLater(availableFrom: string | null, startsOn: string | null): boolean {
  return availableFrom !== null && startsOn !== null && availableFrom > startsOn;
}

function isBelow(held: number | null, asked: number | null): boolean {
  return held !== null && asked !== null && held < asked;
}

const UNKNOWN: TermShare = { share: null, evidence: ['UNKNOWN'], missing: [] };
const NOT_STATED: TermShare = { share: null, evidence: ['NOT_STATED'], missing: [] };

function known(share: number | null): TermShare {
  return share === null ? UNKNOWN : { share, evidence: [], missing: [] };
}

/** The title most like the posting's. */
function alike(titles: readonly string[], offered: TitleVector): TermShare {
  if (titles.length === 0) return UNKNOWN;
  let best: TermShare = { share: 0, evidence: [], missing: [] };
  for (const each of titles) {
    const share = titleSimilarity(titleVector(each), offered);
    if (share > (best.share ?? 0)) best = { share, evidence: [each], missing: [] };
  }
  return best;
}

function workShare(
  person: SeekerFeatures,
  posting: PostingFeatures,
  title: TitleVector,
): TermShare {
  if (person.wishedTitles.length + person.wishedOccupationCodes.length === 0) return UNKNOWN;
  let best = alike(person.wishedTitles, title);
  if (posting.occupationCode === null) return best.share === null ? NOT_STATED : best;
  for (const code of person.wishedOccupationCodes) {
    const share = occupationShare(code, posting.occupationCode);
    if (share > (best.share ?? 0)) best = { share, evidence: [code], missing: [] };
  }
  return best.share === null ? { share: 0, evidence: [], missing: [] } : best;
}

/** By the majors asked for; where none is, by the words that the name of a major and the title share. */
function majorTerm(
  person: SeekerFeatures,
  posting: PostingFeatures,
  title: TitleVector,
): TermShare {
  if (person.majors.length === 0) return UNKNOWN;
  const named = alike(person.majors, title);
  let best = posting.majorCodes.length === 0 && named.share === 0 ? NOT_STATED : named;
  for (const asked of posting.majorCodes) {
    for (const studied of person.majors) {
      const share = majorShare(studied, asked);
      if (share > (best.share ?? 0)) best = { share, evidence: [studied], missing: [] };
    }
  }
  return best.share === 0 ? { ...best, missing: posting.majorCodes } : best;
}

function skillsShare(person: SeekerFeatures, posting: PostingFeatures): TermShare {
  if (posting.skills.length === 0) return NOT_STATED;
  const credits = creditsOf(person.skills);
  if (credits.isUnknown) return { ...UNKNOWN, missing: posting.skills.map(({ name }) => name) };
  let total = 0;
  let credited = 0;
  const evidence: string[] = [];
  const missing: string[] = [];
  for (const { name, weight } of posting.skills) {
    const { key, rarity } = skillFacts(name);
    const credit = credits.of(key);
    total += weight * rarity;
    credited += weight * rarity * credit;
    if (credit > 0) evidence.push(name);
    if (credit < HELD) missing.push(name);
  }
  return { share: credited / (HELD * total), evidence, missing };
}

function payTerm(person: SeekerFeatures, posting: PostingFeatures): TermShare {
  const share = payShare(person.wishedPayMinFen, posting.payMinFen, posting.payMaxFen);
  return share === null ? NOT_STATED : { share, evidence: [], missing: [] };
}

function placeShare(person: SeekerFeatures, posting: PostingFeatures): TermShare {
  if (person.wishedRegionIds.length === 0) return { share: 1, evidence: ['ANYWHERE'], missing: [] };
  if (posting.regionPath.length === 0) return NOT_STATED;
  const within = posting.regionPath.filter((id) => person.wishedRegionIds.includes(id));
  return { share: within.length > 0 ? 1 : 0, evidence: within.slice(-1), missing: [] };
}

function term(
  name: MatchTermName,
  { share, evidence, missing }: TermShare,
  weights: ScoreWeights,
): MatchTerm {
  return {
    name,
    points: pointsOf(name, share, weights),
    maximum: weights.maxima[name],
    isKnown: share !== null,
    evidence,
    missing,
  };
}
