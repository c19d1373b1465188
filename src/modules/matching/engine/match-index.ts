import { skillKey } from '../../reference-data/index.js';
import type { Candidates } from './candidates.js';
import { LikenessFinder } from './likeness.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { PairScorer } from './pair-scorer.js';
import { RisingBar } from './rising-bar.js';
import { bytesOf, PostingColumnsBuilder, type PostingColumns } from './posting-columns.js';
import { Scratch } from './scratch.js';
import { creditsOf, type SkillCredits } from './skill-similarity.js';
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
  private readonly likeness: LikenessFinder;
  private readonly bar = new RisingBar();

  private constructor(private readonly columns: PostingColumns) {
    this.scratch = new Scratch(columns.size);
    this.likeness = new LikenessFinder(columns);
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

  /** Of all arrays, without what is remembered of wishes. */
  get byteLength(): number {
    return bytesOf(this.columns) + this.scratch.byteLength + this.likeness.byteLength;
  }

  /** The postings that `explainMatch` finds fitting, with the scores that it adds up. */
  candidates(
    person: SeekerFeatures,
    { isOut, most = Infinity }: CandidateOptions = {},
  ): Candidates {
    const scorer = this.scorer(person);
    const { scratch, bar } = this;
    const found = new Found();
    bar.lower(most);
    const consider = (i: number): void => {
      const score = scorer.fitting(i);
      if (score < bar.least || isOut?.[i] === 1) return;
      bar.pass(score);
      found.add(i, score);
    };
    for (const i of scratch.withCredits) {
      scratch.see(i);
      if (scorer.bound(i) >= bar.least) consider(i);
    }
    for (const likeness of scorer.decisive) {
      const beside = scorer.mostBeside(likeness);
      const { order, sums } = likeness;
      for (let at = 0; at < order.length; at++) {
        // Nothing that follows has more.
        if ((sums[at] ?? 0) + beside < bar.least) break;
        const i = order[at] ?? 0;
        if (scratch.see(i)) consider(i);
      }
    }
    return found.candidates();
  }

  /** Scores by posting, also of those that are not about the person's work; 0 where a requirement is unmet. */
  scores(person: SeekerFeatures): Int16Array {
    const scorer = this.scorer(person);
    return Int16Array.from({ length: this.size }, (_, i) => scorer.score(i));
  }

  private scorer(person: SeekerFeatures): PairScorer {
    const { scratch, columns, likeness } = this;
    const { wishedTitles, wishedOccupationCodes, pastTitles, majors } = person;
    scratch.clear();
    const credits = creditsOf(person.skills);
    this.addSkills(credits);
    this.markHeld(columns.musts.skills.lists, person.skills, scratch.skillsFound);
    this.markHeld(columns.musts.certificates.lists, person.certificates, scratch.certificatesFound);
    for (const id of person.wishedRegionIds) mark(columns.regions, id, scratch.isHere);
    for (const id of person.hiddenFromOrganisationIds) {
      mark(columns.organisations, id, scratch.isHidden);
    }
    const likenesses = {
      work: likeness.of('WORK', wishedTitles, wishedOccupationCodes),
      experience: likeness.of('EXPERIENCE', pastTitles, []),
      major: likeness.of('MAJOR', majors, majors),
    };
    return new PairScorer(columns, scratch, likenesses, person, credits.isUnknown);
  }

  private addSkills(held: SkillCredits): void {
    const { skills } = this.columns;
    for (const [key, credit] of held) {
      const { from, to } = skills.range(key);
      for (let at = from; at < to; at++) {
        this.scratch.credit(skills.postings[at] ?? 0, (skills.weights?.[at] ?? 0) * credit);
      }
    }
  }

  private markHeld(lists: WordLists, held: readonly string[], into: Uint8Array): void {
    if (lists.postings.length === 0) return;
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

/** What was found, growing. */
class Found {
  private postings = new Int32Array(256);
  private scores = new Int16Array(256);
  private count = 0;

  add(posting: number, score: number): void {
    if (this.count === this.postings.length) this.grow();
    this.postings[this.count] = posting;
    this.scores[this.count] = score;
    this.count += 1;
  }

  candidates(): Candidates {
    return {
      postings: this.postings.slice(0, this.count),
      scores: this.scores.slice(0, this.count),
    };
  }

  private grow(): void {
    const { postings, scores } = this;
    this.postings = new Int32Array(this.count * 2);
    this.scores = new Int16Array(this.count * 2);
    this.postings.set(postings);
    this.scores.set(scores);
  }
}
