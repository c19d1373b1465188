import { HELD } from '../../reference-data/index.js';
import type { Likeness } from './likeness.js';
import type { SeekerFeatures } from './match-features.js';
import { dayNumber, NONE, type PostingColumns } from './posting-columns.js';
import type { Scratch } from './scratch.js';
import { NEUTRAL_POINTS, WEIGHTS } from './score-weights.js';

const NO_PLACE = 0;

const { maxima } = WEIGHTS;

/** A person's titles and codes, and how well postings answer them. */
export interface Likenesses {
  readonly work: Likeness;
  readonly experience: Likeness;
  readonly major: Likeness;
}

/** Scores of one person's pairs from the columns and what was looked up for the person; as `explainMatch` adds them up. */
export class PairScorer {
  private readonly wish: number;
  private readonly education: number;
  private readonly years: number;
  private readonly level: number;
  private readonly available: number;
  private readonly isAnywhere: boolean;
  private readonly areTitlesWished: boolean;
  private readonly areCodesWished: boolean;
  private readonly areSkillsListed: boolean;
  private readonly areCertificatesListed: boolean;
  private readonly isPastUnknown: boolean;
  private readonly areMajorsUnknown: boolean;
  private readonly mostOfExperience: number;
  private readonly mostOfMajor: number;

  constructor(
    private readonly columns: PostingColumns,
    private readonly scratch: Scratch,
    private readonly likenesses: Likenesses,
    private readonly person: SeekerFeatures,
    private readonly areSkillsUnknown: boolean,
  ) {
    this.wish = person.wishedPayMinFen ?? 0;
    this.education = person.educationRank ?? Infinity;
    this.years = person.experienceYears ?? Infinity;
    this.level = person.skillLevel ?? Infinity;
    this.available = dayNumber(person.availableFrom, 0);
    this.isAnywhere = person.wishedRegionIds.length === 0;
    this.areTitlesWished = person.wishedTitles.length > 0;
    this.areCodesWished = person.wishedOccupationCodes.length > 0;
    this.areSkillsListed = person.skills.length > 0;
    this.areCertificatesListed = person.certificates.length > 0;
    this.isPastUnknown = person.pastTitles.length === 0;
    this.areMajorsUnknown = person.majors.length === 0;
    const { experience, major } = likenesses;
    this.mostOfExperience = this.isPastUnknown ? NEUTRAL_POINTS.EXPERIENCE : experience.most;
    this.mostOfMajor = Math.max(NEUTRAL_POINTS.MAJOR, major.most);
  }

  /** Postings that fit have a credited skill or points of one of these. */
  get decisive(): readonly Likeness[] {
    const { work, experience, major } = this.likenesses;
    // Without a title wished for, what was done and learned may decide.
    return this.areTitlesWished ? [work] : [work, experience, major];
  }

  /** A posting without a credited skill has no more than this besides its points here and its plain points. */
  mostBeside(likeness: Likeness): number {
    const { work, experience, major } = this.likenesses;
    let most = maxima.PLACE + maxima.BACKGROUND;
    if (this.areSkillsUnknown) most += NEUTRAL_POINTS.SKILLS;
    if (likeness !== work) most += Math.max(NEUTRAL_POINTS.WORK, work.most);
    if (likeness !== experience) most += this.mostOfExperience;
    if (likeness !== major) most += this.mostOfMajor;
    return most;
  }

  /** No score of a posting with a credited skill is higher. */
  bound(i: number): number {
    const { work } = this.likenesses;
    return (
      (this.isWishKnown(i) ? (work.points[i] ?? 0) : NEUTRAL_POINTS.WORK) +
      this.skillPoints(i) +
      (this.columns.interestPoints[i] ?? 0) +
      this.mostOfExperience +
      this.mostOfMajor +
      maxima.PAY +
      maxima.PLACE +
      maxima.BACKGROUND
    );
  }

  /** 0 where a requirement is unmet or the posting is not about the person's work. */
  fitting(i: number): number {
    const { work, experience, major } = this.likenesses;
    const isAbout = this.isWishKnown(i)
      ? work.points[i] !== 0 || this.skillPoints(i) > 0
      : this.skillPoints(i) > 0 || experience.points[i] !== 0 || major.points[i] !== 0;
    return isAbout ? this.score(i) : 0;
  }

  /** 0 where a requirement is unmet. */
  score(i: number): number {
    if (this.isBarred(i)) return 0;
    const { work, experience, major } = this.likenesses;
    const { skillTotals, isPlaced, asksMajor, interestPoints } = this.columns;
    const studied = major.points[i] ?? 0;
    const isMajorUnknown = this.areMajorsUnknown || (studied === 0 && asksMajor[i] === 0);
    return (
      (this.isWishKnown(i) ? (work.points[i] ?? 0) : NEUTRAL_POINTS.WORK) +
      (isMajorUnknown ? NEUTRAL_POINTS.MAJOR : studied) +
      (this.areSkillsUnknown || skillTotals[i] === 0
        ? NEUTRAL_POINTS.SKILLS
        : this.skillPoints(i)) +
      this.payPoints(i) +
      (this.isAnywhere || isPlaced[i] === 1 ? maxima.PLACE : NEUTRAL_POINTS.PLACE) +
      (this.isPastUnknown ? NEUTRAL_POINTS.EXPERIENCE : (experience.points[i] ?? 0)) +
      (this.isBackgroundUnknown(i) ? NEUTRAL_POINTS.BACKGROUND : maxima.BACKGROUND) +
      (interestPoints[i] ?? 0)
    );
  }

  private isWishKnown(i: number): boolean {
    return this.areTitlesWished || (this.areCodesWished && this.columns.isCoded[i] === 1);
  }

  private skillPoints(i: number): number {
    const credited = this.scratch.credits[i] ?? 0;
    if (credited === 0) return 0;
    const total = this.columns.skillTotals[i] ?? 0;
    return Math.round(maxima.SKILLS * (credited / (HELD * total)));
  }

  /** Of a pair without an unmet requirement the background is met or not known. */
  private isBackgroundUnknown(i: number): boolean {
    const { education, experience } = this.columns;
    return (
      (this.education === Infinity && education[i] !== NONE) ||
      (this.years === Infinity && experience[i] !== NONE)
    );
  }

  private payPoints(i: number): number {
    const { wish } = this;
    const least = this.columns.payMin[i] ?? NONE;
    const most = this.columns.payMax[i] ?? NONE;
    const offered = least === NONE ? most : least;
    if (offered === NONE) return NEUTRAL_POINTS.PAY;
    if (offered >= wish) return maxima.PAY;
    const ceiling = most === NONE ? offered : most;
    if (ceiling < wish) return 0;
    return Math.round(maxima.PAY * ((ceiling - wish + 1) / (ceiling - offered + 1)));
  }

  private isBarred(i: number): boolean {
    const { columns, scratch } = this;
    const most = columns.payMax[i] ?? NONE;
    const { skills, certificates } = columns.musts;
    return (
      columns.isFull[i] === 1 ||
      this.education < (columns.education[i] ?? NONE) ||
      this.years < (columns.experience[i] ?? NONE) ||
      this.level < (columns.skillLevel[i] ?? NONE) ||
      (columns.startDay[i] ?? 0) < this.available ||
      (most !== NONE && most < this.wish) ||
      (!this.isAnywhere && scratch.isHere[i] === NO_PLACE && columns.isPlaced[i] === 1) ||
      (this.areSkillsListed && (scratch.skillsFound[i] ?? 0) < (skills.counts[i] ?? 0)) ||
      (this.areCertificatesListed &&
        (scratch.certificatesFound[i] ?? 0) < (certificates.counts[i] ?? 0)) ||
      scratch.isHidden[i] === 1 ||
      this.isForOthers(i)
    );
  }

  private isForOthers(i: number): boolean {
    if (this.columns.audiences.size === 0) return false;
    const colleges = this.columns.audiences.get(i);
    return colleges !== undefined && !colleges.some((id) => this.person.collegeIds.includes(id));
  }
}
