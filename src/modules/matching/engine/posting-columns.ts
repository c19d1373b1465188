import { skillFacts, skillKey } from '../../reference-data/index.js';
import type { PostingFeatures } from './match-features.js';
import { requiredSkills } from './match-explanation.js';
import { NEUTRAL_POINTS, pointsOf } from './score-weights.js';
import { titleVector } from './title-similarity.js';
import { WordListsBuilder, type WordLists } from './word-lists.js';

/** Stands for what is not known in a column. */
export const NONE = -1;

/** Largest number of a column; pay above is as good as that. */
const MOST = 2 ** 31 - 1;

const DAY_MS = 86_400_000;
/** Days are counted from 1970 in two bytes: the last is in 2059. */
export const LAST_DAY = 2 ** 15 - 1;

/** A day as a number; `unknown` for none. */
export function dayNumber(day: string | null, unknown: number): number {
  if (day === null) return unknown;
  return Math.min(LAST_DAY, Math.max(0, Math.floor(Date.parse(day) / DAY_MS)));
}

/** All that scores need to know of postings, as columns of numbers and lists by word; nothing of their text. */
export interface PostingColumns {
  readonly size: number;
  readonly titles: WordLists;
  readonly titleLengths: Float64Array;
  readonly skills: WordLists;
  readonly skillTotals: Int32Array;
  readonly musts: Readonly<Record<'skills' | 'certificates', Musts>>;
  readonly occupations: WordLists;
  readonly isCoded: Uint8Array;
  readonly majors: WordLists;
  readonly asksMajor: Uint8Array;
  readonly regions: WordLists;
  readonly isPlaced: Uint8Array;
  readonly organisations: WordLists;
  readonly payMin: Int32Array;
  readonly payMax: Int32Array;
  readonly education: Int16Array;
  readonly experience: Int16Array;
  readonly skillLevel: Int8Array;
  /** Day on which the work begins, as `dayNumber`; LAST_DAY where it is not said. */
  readonly startDay: Int16Array;
  readonly isFull: Uint8Array;
  readonly interestPoints: Int16Array;
  /** Most that interest, pay and skills give to somebody who is credited with none of its skills. */
  readonly plainPoints: Int16Array;
  /** Colleges whose students alone may see a posting, by posting. */
  readonly audiences: ReadonlyMap<number, readonly string[]>;
}

/** What postings ask for without exception, by what it is. */
export interface Musts {
  readonly lists: WordLists;
  /** How many each posting asks for. */
  readonly counts: Uint8Array;
}

/** Bytes of the columns themselves, without the words they are found by. */
export function bytesOf({ musts, audiences: _, size: _size, ...columns }: PostingColumns): number {
  const ofMusts = Object.values(musts).map(
    ({ lists, counts }) => lists.byteLength + counts.byteLength,
  );
  return [...Object.values(columns).map(({ byteLength }) => byteLength), ...ofMusts].reduce(
    (sum, bytes) => sum + bytes,
    0,
  );
}

/** Reads postings into columns, one at a time. */
export class PostingColumnsBuilder {
  private readonly titles = new WordListsBuilder();
  private readonly skills = new WordListsBuilder({ isWeighted: true });
  private readonly requiredSkills: MustsBuilder;
  private readonly certificates: MustsBuilder;
  private readonly occupations = new WordListsBuilder();
  private readonly majors = new WordListsBuilder();
  private readonly regions = new WordListsBuilder();
  private readonly organisations = new WordListsBuilder();
  private readonly audiences = new Map<number, readonly string[]>();
  private readonly columns: ReturnType<typeof emptyColumns>;

  constructor(private readonly size: number) {
    this.columns = emptyColumns(size);
    this.requiredSkills = new MustsBuilder(size);
    this.certificates = new MustsBuilder(size);
  }

  add(posting: PostingFeatures, i: number): void {
    const { columns } = this;
    const { weights, length } = titleVector(posting.title);
    columns.titleLengths[i] = length;
    for (const piece of weights.keys()) this.titles.add(piece, i);
    for (const skill of posting.skills) {
      const { key, rarity } = skillFacts(skill.name);
      const weight = skill.weight * rarity;
      this.skills.add(key, i, weight);
      columns.skillTotals[i] = (columns.skillTotals[i] ?? 0) + weight;
    }
    this.requiredSkills.add(requiredSkills(posting), i);
    this.certificates.add(posting.requiredCertificates, i);
    this.addCodes(posting, i);
    columns.payMin[i] = column(posting.payMinFen);
    columns.payMax[i] = column(posting.payMaxFen);
    columns.education[i] = column(posting.educationRank);
    columns.experience[i] = column(posting.experienceYears);
    columns.skillLevel[i] = column(posting.skillLevel);
    columns.startDay[i] = dayNumber(posting.startsOn, LAST_DAY);
    columns.isFull[i] = flag(posting.freeSeats !== null && posting.freeSeats <= 0);
    columns.interestPoints[i] = pointsOf('INTEREST', posting.interestShare);
    columns.plainPoints[i] =
      pointsOf('INTEREST', posting.interestShare) +
      pointsOf('PAY', posting.payMinFen === null && posting.payMaxFen === null ? null : 1) +
      (posting.skills.length === 0 ? NEUTRAL_POINTS.SKILLS : 0);
  }

  finish(): PostingColumns {
    return {
      size: this.size,
      ...this.columns,
      titles: this.titles.finish(),
      skills: this.skills.finish(),
      musts: { skills: this.requiredSkills.finish(), certificates: this.certificates.finish() },
      occupations: this.occupations.finish(),
      majors: this.majors.finish(),
      regions: this.regions.finish(),
      organisations: this.organisations.finish(),
      audiences: this.audiences,
    };
  }

  private addCodes(posting: PostingFeatures, i: number): void {
    const { columns } = this;
    if (posting.occupationCode !== null) this.occupations.add(posting.occupationCode, i);
    columns.isCoded[i] = flag(posting.occupationCode !== null);
    for (const code of posting.majorCodes) this.majors.add(code, i);
    columns.asksMajor[i] = flag(posting.majorCodes.length > 0);
    for (const regionId of posting.regionPath) this.regions.add(regionId, i);
    columns.isPlaced[i] = flag(posting.regionPath.length > 0);
    if (posting.organisationId !== null) this.organisations.add(posting.organisationId, i);
    if (posting.audienceCollegeIds !== null) this.audiences.set(i, posting.audienceCollegeIds);
  }
}

function emptyColumns(size: number) {
  return {
    titleLengths: new Float64Array(size),
    skillTotals: new Int32Array(size),
    isCoded: new Uint8Array(size),
    asksMajor: new Uint8Array(size),
    isPlaced: new Uint8Array(size),
    payMin: new Int32Array(size),
    payMax: new Int32Array(size),
    education: new Int16Array(size),
    experience: new Int16Array(size),
    skillLevel: new Int8Array(size),
    startDay: new Int16Array(size),
    isFull: new Uint8Array(size),
    interestPoints: new Int16Array(size),
    plainPoints: new Int16Array(size),
  };
}

class MustsBuilder {
  private readonly lists = new WordListsBuilder();
  private readonly counts: Uint8Array;

  constructor(size: number) {
    this.counts = new Uint8Array(size);
  }

  add(names: readonly string[], posting: number): void {
    const keys = new Set(names.map(skillKey));
    if (keys.size === 0) return;
    this.counts[posting] = keys.size;
    for (const key of keys) this.lists.add(key, posting);
  }

  finish(): Musts {
    return {
      lists: this.lists.finish(),
      counts: this.counts,
    };
  }
}

function column(value: number | null): number {
  return value === null ? NONE : Math.min(value, MOST);
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
