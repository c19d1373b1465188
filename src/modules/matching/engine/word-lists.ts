/** Whole numbers one after the other, growing. */
class Numbers {
  private values = new Int32Array(1_024);
  size = 0;

  push(value: number): void {
    if (this.size === this.values.length) {
      const grown = new Int32Array(this.size * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.size++] = value;
  }

  at(i: number): number {
    return this.values[i] ?? 0;
  }
}

const NOT_FOUND: WordRange = { from: 0, to: 0 };

export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Which postings carry a word and how much it weighs there: all lists in two typed arrays, one after the other. */
export class WordLists {
  constructor(
    private readonly words: ReadonlyMap<string, number>,
    private readonly starts: Int32Array,
    /** Postings by word, ascending within one. */
    readonly postings: Int32Array,
    readonly weights: Int32Array | null,
  ) {}

  /** Where the word's list stands in `postings`. */
  range(word: string): WordRange {
    const id = this.words.get(word);
    if (id === undefined) return NOT_FOUND;
    return { from: this.starts[id] ?? 0, to: this.starts[id + 1] ?? 0 };
  }

  keys(): Iterable<string> {
    return this.words.keys();
  }

  get byteLength(): number {
    return this.starts.byteLength + this.postings.byteLength + (this.weights?.byteLength ?? 0);
  }
}

/** Takes words down posting by posting. */
export class WordListsBuilder {
  private readonly words = new Map<string, number>();
  private readonly entryWords = new Numbers();
  private readonly entryPostings = new Numbers();
  private readonly entryWeights: Numbers | null;
  private readonly sizes: number[] = [];

  constructor({ isWeighted = false } = {}) {
    this.entryWeights = isWeighted ? new Numbers() : null;
  }

  add(word: string, posting: number, weight = 1): void {
    let id = this.words.get(word);
    if (id === undefined) {
      id = this.words.size;
      this.words.set(word, id);
      this.sizes.push(0);
    }
    this.sizes[id] = (this.sizes[id] ?? 0) + 1;
    this.entryWords.push(id);
    this.entryPostings.push(posting);
    this.entryWeights?.push(weight);
  }

  finish(): WordLists {
    const starts = new Int32Array(this.words.size + 1);
    this.sizes.forEach((size, id) => {
      starts[id + 1] = (starts[id] ?? 0) + size;
    });
    const next = starts.slice();
    const postings = new Int32Array(this.entryWords.size);
    const weights = this.entryWeights && new Int32Array(postings.length);
    for (let i = 0; i < postings.length; i++) {
      const id = this.entryWords.at(i);
      const to = next[id] ?? 0;
      next[id] = to + 1;
      postings[to] = this.entryPostings.at(i);
      if (weights) weights[to] = this.entryWeights?.at(i) ?? 0;
    }
    return new WordLists(this.words, starts, postings, weights);
  }
}
