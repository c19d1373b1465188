import { skillKey } from '../../reference-data/index.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import {
  backgroundShare,
  occupationShare,
  payShare,
  termPoints,
  TERM_POINTS,
  type HardRequirement,
  type MatchTermName,
} from './match-score.rules.js';
import { commonWeight, similarity, titleVector } from './title-similarity.js';

/** One term of a score: its points and what they rest on. */
export interface MatchTerm {
  readonly name: MatchTermName;
  readonly points: number;
  readonly maximum: number;
  /** Words or codes the points rest on: matched title, skills held, region id … */
  readonly evidence: readonly string[];
  /** Words that would raise it: skills asked for and not held. */
  readonly missing: readonly string[];
}

export interface MatchExplanation {
  /** Requirements known to be unmet; when there are any, the pair is not proposed and has no score. */
  readonly unmet: readonly HardRequirement[];
  readonly terms: readonly MatchTerm[];
  /** Sum of the terms' points, 0 … 1,000. */
  readonly score: number;
}

/** Explains one pair in full. The engine ranks by the same formulas; a spec holds the two together. */
export function explainMatch(person: SeekerFeatures, posting: PostingFeatures): MatchExplanation {
  const terms = [
    workTerm(person, posting),
    skillsTerm(person, posting),
    payTerm(person, posting),
    placeTerm(person, posting),
    term('BACKGROUND', backgroundShare(person, posting), []),
  ];
  return {
    unmet: unmetRequirements(person, posting),
    terms,
    score: terms.reduce((sum, each) => sum + each.points, 0),
  };
}

export function unmetRequirements(
  person: SeekerFeatures,
  posting: PostingFeatures,
): HardRequirement[] {
  const checks: readonly (readonly [HardRequirement, boolean])[] = [
    ['SEATS', posting.freeSeats !== null && posting.freeSeats <= 0],
    ['HIDDEN', isHidden(person, posting)],
    ['AUDIENCE', isForOthers(person, posting)],
    ['EDUCATION', isBelow(person.educationRank, posting.educationRank)],
    ['EXPERIENCE', isBelow(person.experienceYears, posting.experienceYears)],
    ['REQUIRED_SKILL', lacksSkill(new Set(person.skills.map(skillKey)), posting)],
    [
      'REGION',
      person.wishedRegionIds.length > 0 &&
        posting.regionPath.length > 0 &&
        !posting.regionPath.some((id) => person.wishedRegionIds.includes(id)),
    ],
    ['PAY', isBelow(posting.payMaxFen, person.wishedPayMinFen)],
  ];
  return checks.filter(([, isUnmet]) => isUnmet).map(([name]) => name);
}

/** The requirements that the dense arrays of `MatchIndex` do not hold; `held` are the keys of the person's skills. */
export function isBarred(
  person: SeekerFeatures,
  held: ReadonlySet<string>,
  posting: PostingFeatures,
): boolean {
  return isHidden(person, posting) || isForOthers(person, posting) || lacksSkill(held, posting);
}

function isHidden(person: SeekerFeatures, { organisationId }: PostingFeatures): boolean {
  return organisationId !== null && person.hiddenFromOrganisationIds.includes(organisationId);
}

function isForOthers(person: SeekerFeatures, { audienceCollegeIds }: PostingFeatures): boolean {
  return (
    audienceCollegeIds !== null && !audienceCollegeIds.some((id) => person.collegeIds.includes(id))
  );
}

function lacksSkill(held: ReadonlySet<string>, { skills }: PostingFeatures): boolean {
  return skills.some((skill) => skill.isRequired && !held.has(skillKey(skill.name)));
}

function isBelow(held: number | null, asked: number | null): boolean {
  return held !== null && asked !== null && held < asked;
}

function workTerm(person: SeekerFeatures, posting: PostingFeatures): MatchTerm {
  const offered = titleVector(posting.title);
  let share = 0;
  let evidence: string[] = [];
  for (const wish of person.wishedTitles) {
    const wished = titleVector(wish);
    const alike = similarity(commonWeight(wished, offered), wished.total, offered.total);
    if (alike > share) {
      share = alike;
      evidence = [wish];
    }
  }
  if (posting.occupationCode !== null) {
    for (const code of person.wishedOccupationCodes) {
      const occupation = occupationShare(code, posting.occupationCode);
      if (occupation > share) {
        share = occupation;
        evidence = [code];
      }
    }
  }
  return term('WORK', share, evidence);
}

function skillsTerm(person: SeekerFeatures, posting: PostingFeatures): MatchTerm {
  const held = new Set(person.skills.map(skillKey));
  const total = posting.skills.reduce((sum, skill) => sum + skill.weight, 0);
  const has = posting.skills.filter((skill) => held.has(skillKey(skill.name)));
  const share = total === 0 ? 0 : has.reduce((sum, skill) => sum + skill.weight, 0) / total;
  const missing = posting.skills.filter((skill) => !has.includes(skill)).map((s) => s.name);
  return term(
    'SKILLS',
    share,
    has.map((skill) => skill.name),
    missing,
  );
}

function payTerm(person: SeekerFeatures, posting: PostingFeatures): MatchTerm {
  const share = payShare(person.wishedPayMinFen, posting.payMinFen, posting.payMaxFen);
  return term('PAY', share ?? 0, share === null ? ['NOT_STATED'] : []);
}

function placeTerm(person: SeekerFeatures, posting: PostingFeatures): MatchTerm {
  if (person.wishedRegionIds.length === 0) return term('PLACE', 1, ['ANYWHERE']);
  const within = posting.regionPath.filter((id) => person.wishedRegionIds.includes(id));
  return term('PLACE', within.length > 0 ? 1 : 0, within.slice(-1));
}

function term(
  name: MatchTermName,
  share: number,
  evidence: readonly string[],
  missing: readonly string[] = [],
): MatchTerm {
  return {
    name,
    points: termPoints(name, share),
    maximum: TERM_POINTS[name],
    evidence,
    missing,
  };
}
