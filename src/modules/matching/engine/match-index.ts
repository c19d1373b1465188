import { skillKey } from '../../reference-data/index.js';
import type { Candidates } from './candidates.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { majorShare, occupationShare } from './match-score.rules.js';
import { PairScorer } from './pair-scorer.js';
import { RisingBar } from './rising-bar.js';
import { bytesOf, PostingColumnsBuilder, type PostingColumns } from './posting-columns.js';
import { Scratch } from './scratch.js';
import { pointsOf } from './score-weights.js';
import { creditsOf, type SkillCredits } from './skill-similarity.js';
import { TitleFinder } from './title-hits.js';
import type { WordLists } from './word-lists.js';

export interface CandidateOptions {
  /** Postings to leave out, marked with 1. */
  readonly isOut?: Uint8Array | undefined;
  /** Answer the best so many, those of the same score, and some others; not all. */
  readonly most?: number | undefined;
}

/**
 * Columns over all postings that give a person's candidates without the database: the postings that share words of a
 * title, an occupation or a skill with the person are looked up, and only those are scored.
 */
export class MatchIndex {
  private readonly scratch: Scratch;
  private readonly titles: TitleFinder;

  private constructor(private readonly columns: PostingColumns) {
    this.scratch = new Scratch(columns.size);
    this.titles = new TitleFinder(columns);
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

  /** Of all arrays, without what is remembered of titles. */
  get byteLength(): number {
    return bytesOf(this.columns) + this.scratch.byteLength + this.titles.byteLength;
  }

  /** The postings that `explainMatch` finds fitting, with the scores that it adds up. */
  candidates(
    person: SeekerFeatures,
    { isOut, most = Infinity }: CandidateOptions = {},
  ): Candidates {
    const scorer = this.scorer(person);
    const { touched } = this.scratch;
    const postings = new Int32Array(touched.length);
    const scores = new Int16Array(touched.length);
    const bar = new RisingBar(most);
    let count = 0;
    for (const i of touched) {
      if (isOut?.[i] === 1 || scorer.bound(i) < bar.least) continue;
      const score = scorer.fitting(i);
      if (score < bar.least) continue;
      bar.pass(score);
      postings[count] = i;
      scores[count] = score;
      count += 1;
    }
    return { postings: postings.slice(0, count), scores: scores.slice(0, count) };
  }

  /** Scores by posting, also of those that are not about the person's work; 0 where a requirement is unmet. */
  scores(person: SeekerFeatures): Int16Array {
    const scorer = this.scorer(person);
    return Int16Array.from({ length: this.size }, (_, i) => scorer.score(i));
  }

  private scorer(person: SeekerFeatures): PairScorer {
    const { scratch, columns } = this;
    const { work, experience, major } = scratch;
    scratch.clear();
    // Without a title wished for, what was done and learned may decide.
    const isPastDecisive = person.wishedTitles.length === 0;
    for (const title of person.wishedTitles) this.addTitle('WORK', title, work, true);
    this.addCodes(columns.occupations, person.wishedOccupationCodes, (wished, offered) => {
      return [work, pointsOf('WORK', occupationShare(wished, offered)), true];
    });
    for (const title of person.pastTitles) {
      this.addTitle('EXPERIENCE', title, experience, isPastDecisive);
    }
    for (const title of person.majors) this.addTitle('MAJOR', title, major, isPastDecisive);
    this.addCodes(columns.majors, person.majors, (studied, asked) => {
      return [major, pointsOf('MAJOR', majorShare(studied, asked)), isPastDecisive];
    });
    const credits = creditsOf(person.skills);
    this.addSkills(credits);
    this.markHeld(columns.musts.skills.lists, person.skills, scratch.skillsFound);
    this.markHeld(columns.musts.certificates.lists, person.certificates, scratch.certificatesFound);
    for (const id of person.wishedRegionIds) mark(columns.regions, id, scratch.isHere);
    for (const id of person.hiddenFromOrganisationIds) {
      mark(columns.organisations, id, scratch.isHidden);
    }
    return new PairScorer(columns, scratch, person, credits.isUnknown);
  }

  private addTitle(
    term: 'WORK' | 'MAJOR' | 'EXPERIENCE',
    title: string,
    into: Int16Array,
    isDecisive: boolean,
  ): void {
    const { postings, points } = this.titles.hits(term, title);
    for (let at = 0; at < postings.length; at++) {
      const i = postings[at] ?? 0;
      const given = points[at] ?? 0;
      if (given > (into[i] ?? 0)) into[i] = given;
      if (isDecisive) this.scratch.touch(i);
    }
  }

  private addCodes(
    lists: WordLists,
    codes: readonly string[],
    compare: (
      own: string,
      offered: string,
    ) => readonly [into: Int16Array, points: number, isDecisive: boolean],
  ): void {
    for (const own of codes) {
      for (const offered of lists.keys()) {
        const [into, points, isDecisive] = compare(own, offered);
        if (points === 0) continue;
        const { from, to } = lists.range(offered);
        for (let at = from; at < to; at++) {
          const i = lists.postings[at] ?? 0;
          if (points > (into[i] ?? 0)) into[i] = points;
          if (isDecisive) this.scratch.touch(i);
        }
      }
    }
  }

  private addSkills(held: SkillCredits): void {
    const { skills } = this.columns;
    const { credits } = this.scratch;
    for (const [key, credit] of held) {
      const { from, to } = skills.range(key);
      for (let at = from; at < to; at++) {
        const i = skills.postings[at] ?? 0;
        credits[i] = (credits[i] ?? 0) + (skills.weights?.[at] ?? 0) * credit;
        this.scratch.touch(i);
      }
    }
  }

  private markHeld(lists: WordLists, held: readonly string[], into: Uint8Array): void {
    for (const key of new Set(held.map(skillKey))) {
      const { from, to } = lists.range(key);
      for (let at = from; at < to; at++) {
        const i = lists.postings[at] ?? 0;
        into[i] = (into[i] ?? 0) + 1;
      }
    }
  }
}

function mark(lists: WordLists, word: string, into: Uint8Array): void {
  const { from, to } = lists.range(word);
  for (let at = from; at < to; at++) into[lists.postings[at] ?? 0] = 1;
}
