import { skillKey } from '../../reference-data/index.js';
import type { Candidates } from './candidates.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { LEAST_SCORE, majorShare, occupationShare } from './match-score.rules.js';
import {
  bytesOf,
  NONE,
  PostingColumnsBuilder,
  type Musts,
  type PostingColumns,
} from './posting-columns.js';
import { NEUTRAL_POINTS, pointsOf, WEIGHTS, type MatchTermName } from './score-weights.js';
import { Scratch } from './scratch.js';
import { HELD, SkillCredits } from './skill-similarity.js';
import { similarity, titleVector } from './title-similarity.js';
import type { WordLists } from './word-lists.js';

/** Columns over all postings that give a person's score for every posting in one pass, without the database. */
export class MatchIndex {
  private readonly scratch: Scratch;

  private constructor(private readonly columns: PostingColumns) {
    this.scratch = new Scratch(columns.size);
  }

  static of(postings: readonly PostingFeatures[]): MatchIndex {
    const steps = MatchIndex.steps(postings);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same, stopping after each posting. */
  static *steps(postings: readonly PostingFeatures[]): Generator<undefined, MatchIndex> {
    const builder = new PostingColumnsBuilder(postings.length);
    for (const [i, posting] of postings.entries()) {
      builder.add(posting, i);
      yield;
    }
    return new MatchIndex(builder.finish());
  }

  get size(): number {
    return this.columns.size;
  }

  /** Of all arrays. */
  get byteLength(): number {
    return bytesOf(this.columns) + this.scratch.byteLength;
  }

  /** The postings that `explainMatch` finds fitting, with the scores that it adds up; without those marked. */
  candidates(person: SeekerFeatures, isOut: Uint8Array | null = null): Candidates {
    const scores = this.read(person, true);
    let count = 0;
    const postings = new Int32Array(this.size);
    for (let i = 0; i < scores.length; i++) {
      if ((scores[i] ?? 0) >= LEAST_SCORE && isOut?.[i] !== 1) postings[count++] = i;
    }
    const fitting = postings.slice(0, count);
    return { postings: fitting, scores: Int16Array.from(fitting, (i) => scores[i] ?? 0) };
  }

  /** Scores by posting, also of those that are not about the person's work; 0 where a requirement is unmet. */
  scores(person: SeekerFeatures): Int16Array {
    return this.read(person, false).slice();
  }

  /** Valid until the next call. */
  private read(person: SeekerFeatures, isForWork: boolean): Int16Array {
    const { work, experience, major, credits } = this.scratch;
    this.readWork(person, work);
    this.readTitles('EXPERIENCE', person.pastTitles, experience.fill(0));
    this.readMajors(person, major);
    const skills = new SkillCredits(person.skills);
    this.readSkills(skills, credits.fill(0));
    this.readBars(person);
    this.addUp(person, skills.isUnknown, isForWork);
    return this.scratch.scores;
  }

  private addUp(person: SeekerFeatures, areSkillsUnknown: boolean, isForWork: boolean): void {
    const { size, skillTotals, payMin, payMax, education, experience: asked } = this.columns;
    const { isPlaced, isCoded, interestPoints, asksMajor } = this.columns;
    const { work, experience, major, credits, isBarred, scores } = this.scratch;
    const { maxima } = WEIGHTS;
    const wish = person.wishedPayMinFen ?? 0;
    const isAnywhere = person.wishedRegionIds.length === 0;
    const isEducationUnknown = person.educationRank === null;
    const areYearsUnknown = person.experienceYears === null;
    const areTitlesWished = person.wishedTitles.length > 0;
    const areCodesWished = person.wishedOccupationCodes.length > 0;
    const areMajorsUnknown = person.majors.length === 0;
    const isPastUnknown = person.pastTitles.length === 0;
    const neutral = NEUTRAL_POINTS;
    scores.fill(0);
    for (let i = 0; i < size; i++) {
      if (isBarred[i] === 1) continue;
      const workPoints = work[i] ?? 0;
      const credited = credits[i] ?? 0;
      const isWishKnown = areTitlesWished || (areCodesWished && isCoded[i] === 1);
      if (isForWork && isWishKnown && workPoints === 0 && credited === 0) continue;
      const total = skillTotals[i] ?? 0;
      const skillPoints =
        credited === 0 ? 0 : Math.round(maxima.SKILLS * (credited / (HELD * total)));
      const past = experience[i] ?? 0;
      const studied = major[i] ?? 0;
      const isAbout = isWishKnown
        ? workPoints > 0 || skillPoints > 0
        : skillPoints > 0 || past > 0 || studied > 0;
      if (isForWork && !isAbout) continue;
      const least = payMin[i] ?? NONE;
      const most = payMax[i] ?? NONE;
      const offered = least === NONE ? most : least;
      let pay = maxima.PAY;
      if (offered === NONE) pay = neutral.PAY;
      else if (offered < wish) {
        const ceiling = most === NONE ? offered : most;
        pay =
          ceiling < wish
            ? 0
            : Math.round(maxima.PAY * ((ceiling - wish + 1) / (ceiling - offered + 1)));
      }
      const isBackgroundUnknown =
        (isEducationUnknown && education[i] !== NONE) || (areYearsUnknown && asked[i] !== NONE);
      scores[i] =
        (isWishKnown ? workPoints : neutral.WORK) +
        (areMajorsUnknown || (studied === 0 && asksMajor[i] === 0) ? neutral.MAJOR : studied) +
        (areSkillsUnknown || total === 0 ? neutral.SKILLS : skillPoints) +
        pay +
        (isAnywhere || isPlaced[i] === 1 ? maxima.PLACE : neutral.PLACE) +
        (isPastUnknown ? neutral.EXPERIENCE : past) +
        (isBackgroundUnknown ? neutral.BACKGROUND : maxima.BACKGROUND) +
        (interestPoints[i] ?? 0);
    }
  }

  private readWork(person: SeekerFeatures, into: Int16Array): void {
    const { occupations } = this.columns;
    this.readTitles('WORK', person.wishedTitles, into.fill(0));
    for (const wished of person.wishedOccupationCodes) {
      for (const offered of occupations.keys()) {
        const points = pointsOf('WORK', occupationShare(wished, offered));
        if (points > 0) raise(into, occupations, offered, points);
      }
    }
  }

  private readMajors(person: SeekerFeatures, into: Int16Array): void {
    const { majors } = this.columns;
    this.readTitles('MAJOR', person.majors, into.fill(0));
    for (const studied of person.majors) {
      for (const asked of majors.keys()) {
        const points = pointsOf('MAJOR', majorShare(studied, asked));
        if (points > 0) raise(into, majors, asked, points);
      }
    }
  }

  /** Points for the title most like each posting's. */
  private readTitles(term: MatchTermName, titles: readonly string[], into: Int16Array): void {
    const { titles: lists, titleLengths } = this.columns;
    const { common } = this.scratch;
    const { postings } = lists;
    for (const title of titles) {
      const vector = titleVector(title);
      common.fill(0);
      for (const [piece, weight] of vector.weights) {
        const { from, to } = lists.range(piece);
        for (let at = from; at < to; at++) {
          const i = postings[at] ?? 0;
          common[i] = (common[i] ?? 0) + weight;
        }
      }
      for (let i = 0; i < common.length; i++) {
        if (common[i] === 0) continue;
        const share = similarity(common[i] ?? 0, vector.length, titleLengths[i] ?? 1);
        const points = pointsOf(term, share);
        if (points > (into[i] ?? 0)) into[i] = points;
      }
    }
  }

  private readSkills(held: SkillCredits, into: Int32Array): void {
    const { skills } = this.columns;
    for (const [key, credit] of held) {
      const { from, to } = skills.range(key);
      for (let at = from; at < to; at++) {
        const i = skills.postings[at] ?? 0;
        into[i] = (into[i] ?? 0) + (skills.weights?.[at] ?? 0) * credit;
      }
    }
  }

  /** Marks the postings that have a requirement known to be unmet. */
  private readBars(person: SeekerFeatures): void {
    const { columns } = this;
    const { isBarred, isHere } = this.scratch;
    const { educationRank, experienceYears, skillLevel, wishedPayMinFen } = person;
    const education = educationRank ?? Infinity;
    const years = experienceYears ?? Infinity;
    const level = skillLevel ?? Infinity;
    const wish = wishedPayMinFen ?? NONE;
    const isAnywhere = person.wishedRegionIds.length === 0;
    isHere.fill(0);
    for (const regionId of person.wishedRegionIds) raise(isHere, columns.regions, regionId, 1);
    for (let i = 0; i < columns.size; i++) {
      const most = columns.payMax[i] ?? NONE;
      isBarred[i] =
        columns.isFull[i] === 1 ||
        education < (columns.education[i] ?? NONE) ||
        years < (columns.experience[i] ?? NONE) ||
        level < (columns.skillLevel[i] ?? NONE) ||
        (most !== NONE && most < wish) ||
        (!isAnywhere && isHere[i] === 0 && columns.isPlaced[i] === 1)
          ? 1
          : 0;
    }
    this.barLacking(columns.musts.skills, person.skills);
    this.barLacking(columns.musts.certificates, person.certificates);
    for (const id of person.hiddenFromOrganisationIds) {
      raise(isBarred, columns.organisations, id, 1);
    }
    for (const [i, colleges] of columns.audiences) {
      if (!colleges.some((id) => person.collegeIds.includes(id))) isBarred[i] = 1;
    }
  }

  private barLacking({ lists, asking, counts }: Musts, held: readonly string[]): void {
    if (held.length === 0 || asking.length === 0) return;
    const found = this.scratch.found.fill(0);
    for (const key of new Set(held.map(skillKey))) {
      const { from, to } = lists.range(key);
      for (let at = from; at < to; at++) {
        const i = lists.postings[at] ?? 0;
        found[i] = (found[i] ?? 0) + 1;
      }
    }
    for (const i of asking) if ((found[i] ?? 0) < (counts[i] ?? 0)) this.scratch.isBarred[i] = 1;
  }
}

/** Raises what the postings of a word have to the points. */
function raise(
  into: Int16Array | Uint8Array,
  lists: WordLists,
  word: string,
  points: number,
): void {
  const { from, to } = lists.range(word);
  for (let at = from; at < to; at++) {
    const i = lists.postings[at] ?? 0;
    if (points > (into[i] ?? 0)) into[i] = points;
  }
}
