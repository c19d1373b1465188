import { skillKey } from '../../reference-data/index.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { backgroundShare, occupationShare, payShare, termPoints } from './match-score.rules.js';
import { similarity, titleVector } from './title-similarity.js';

/** Posting lists by word: which postings carry it, as positions. */
class Inverted {
  private readonly lists = new Map<string, number[]>();

  add(word: string, position: number): void {
    const list = this.lists.get(word);
    if (list) list.push(position);
    else this.lists.set(word, [position]);
  }

  get(word: string): readonly number[] {
    return this.lists.get(word) ?? [];
  }
}

const NONE = -1;

/** Dense arrays over all postings that give a person's score for every posting in one pass. */
export class MatchIndex {
  private readonly size: number;
  private readonly pieces = new Inverted();
  private readonly titleTotals: Int32Array;
  private readonly skillWeights = new Map<string, Map<number, number>>();
  private readonly skillTotals: Float32Array;
  private readonly occupations = new Map<string, number[]>();
  private readonly regions = new Inverted();
  private readonly payMin: Float64Array;
  private readonly payMax: Float64Array;
  private readonly education: Float32Array;
  private readonly experience: Int16Array;
  private readonly isFull: Uint8Array;
  private readonly hasPlace: Uint8Array;

  constructor(postings: readonly PostingFeatures[]) {
    this.size = postings.length;
    this.titleTotals = new Int32Array(this.size);
    this.skillTotals = new Float32Array(this.size);
    this.payMin = new Float64Array(this.size);
    this.payMax = new Float64Array(this.size);
    this.education = new Float32Array(this.size);
    this.experience = new Int16Array(this.size);
    this.isFull = new Uint8Array(this.size);
    this.hasPlace = new Uint8Array(this.size);
    postings.forEach((posting, position) => {
      this.add(posting, position);
    });
  }

  /**
   * Scores of all postings for the person, as `explainMatch` adds them up; 0 where a requirement of numbers
   * (education, experience, pay, region, seats) is known to be unmet or the posting is not about the person's work.
   */
  scores(person: SeekerFeatures): Int16Array {
    const work = this.workShares(person);
    const skill = this.skillSums(person);
    const here = this.inWishedRegion(person);
    const wishedPay = person.wishedPayMinFen;
    const scores = new Int16Array(this.size);
    for (let i = 0; i < this.size; i++) {
      const workShare = work[i] ?? 0;
      const total = this.skillTotals[i] ?? 0;
      const skillShare = total === 0 ? 0 : (skill[i] ?? 0) / total;
      if (workShare === 0 && skillShare === 0) continue;
      if (this.isUnmet(person, i) || (here !== null && this.hasPlace[i] === 1 && here[i] === 0)) {
        continue;
      }
      const pay = payShare(wishedPay, known(this.payMin[i]), known(this.payMax[i])) ?? 0;
      const background = backgroundShare(person, {
        educationRank: known(this.education[i]),
        experienceYears: known(this.experience[i]),
      });
      scores[i] =
        termPoints('WORK', workShare) +
        termPoints('SKILLS', skillShare) +
        termPoints('PAY', pay) +
        termPoints('PLACE', here === null || here[i] === 1 ? 1 : 0) +
        termPoints('BACKGROUND', background);
    }
    return scores;
  }

  private isUnmet(person: SeekerFeatures, i: number): boolean {
    const { educationRank, experienceYears, wishedPayMinFen } = person;
    const payMax = this.payMax[i] ?? NONE;
    return (
      this.isFull[i] === 1 ||
      (educationRank !== null && educationRank < (this.education[i] ?? NONE)) ||
      (experienceYears !== null && experienceYears < (this.experience[i] ?? NONE)) ||
      (wishedPayMinFen !== null && payMax !== NONE && payMax < wishedPayMinFen)
    );
  }

  private add(posting: PostingFeatures, position: number): void {
    const { weights, total } = titleVector(posting.title);
    this.titleTotals[position] = total;
    for (const piece of weights.keys()) this.pieces.add(piece, position);
    for (const skill of posting.skills) {
      const key = skillKey(skill.name);
      const weights = this.skillWeights.get(key) ?? new Map<number, number>();
      weights.set(position, (weights.get(position) ?? 0) + skill.weight);
      this.skillWeights.set(key, weights);
      this.skillTotals[position] = (this.skillTotals[position] ?? 0) + skill.weight;
    }
    if (posting.occupationCode !== null) {
      const list = this.occupations.get(posting.occupationCode) ?? [];
      list.push(position);
      this.occupations.set(posting.occupationCode, list);
    }
    for (const regionId of posting.regionPath) this.regions.add(regionId, position);
    this.payMin[position] = posting.payMinFen ?? NONE;
    this.payMax[position] = posting.payMaxFen ?? NONE;
    this.education[position] = posting.educationRank ?? NONE;
    this.experience[position] = posting.experienceYears ?? NONE;
    this.isFull[position] = posting.freeSeats !== null && posting.freeSeats <= 0 ? 1 : 0;
    this.hasPlace[position] = posting.regionPath.length > 0 ? 1 : 0;
  }

  private workShares(person: SeekerFeatures): Float64Array {
    const shares = new Float64Array(this.size);
    for (const wish of person.wishedTitles) {
      const common = new Int32Array(this.size);
      const { weights, total } = titleVector(wish);
      for (const [piece, weight] of weights) {
        for (const i of this.pieces.get(piece)) common[i] = (common[i] ?? 0) + weight;
      }
      for (let i = 0; i < this.size; i++) {
        if (common[i] === 0) continue;
        const share = similarity(common[i] ?? 0, total, this.titleTotals[i] ?? 0);
        if (share > (shares[i] ?? 0)) shares[i] = share;
      }
    }
    for (const wished of person.wishedOccupationCodes) {
      for (const [offered, positions] of this.occupations) {
        const share = occupationShare(wished, offered);
        if (share === 0) continue;
        for (const i of positions) if (share > (shares[i] ?? 0)) shares[i] = share;
      }
    }
    return shares;
  }

  private skillSums(person: SeekerFeatures): Float32Array {
    const sums = new Float32Array(this.size);
    for (const key of new Set(person.skills.map(skillKey))) {
      for (const [i, weight] of this.skillWeights.get(key) ?? []) sums[i] = (sums[i] ?? 0) + weight;
    }
    return sums;
  }

  private inWishedRegion(person: SeekerFeatures): Uint8Array | null {
    if (person.wishedRegionIds.length === 0) return null;
    const here = new Uint8Array(this.size);
    for (const regionId of person.wishedRegionIds) {
      for (const i of this.regions.get(regionId)) here[i] = 1;
    }
    return here;
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || value === NONE ? null : value;
}
