/** Room for one person's pass over the postings, empty again before each. */
export class Scratch {
  /** Sum of what is credited for the skills a posting asks for, each by its weight. */
  readonly credits: Int32Array;
  /** Musts held, by posting. */
  readonly skillsFound: Uint8Array;
  readonly certificatesFound: Uint8Array;
  readonly isHere: Uint8Array;
  readonly isHidden: Uint8Array;
  private readonly isSeen: Uint8Array;
  private readonly credited: Int32Array;
  private creditedCount = 0;

  constructor(size: number) {
    this.credits = new Int32Array(size);
    this.skillsFound = new Uint8Array(size);
    this.certificatesFound = new Uint8Array(size);
    this.isHere = new Uint8Array(size);
    this.isHidden = new Uint8Array(size);
    this.isSeen = new Uint8Array(size);
    this.credited = new Int32Array(size);
  }

  get byteLength(): number {
    return this.arrays().reduce(
      (sum, { byteLength }) => sum + byteLength,
      this.credited.byteLength,
    );
  }

  /** Postings that ask for a skill the person is credited with, in no order. */
  get withCredits(): Int32Array {
    return this.credited.subarray(0, this.creditedCount);
  }

  credit(i: number, points: number): void {
    const before = this.credits[i] ?? 0;
    if (before === 0) this.credited[this.creditedCount++] = i;
    this.credits[i] = before + points;
  }

  /** True the first time. */
  see(i: number): boolean {
    if (this.isSeen[i] === 1) return false;
    this.isSeen[i] = 1;
    return true;
  }

  clear(): void {
    this.creditedCount = 0;
    for (const array of this.arrays()) array.fill(0);
  }

  private arrays(): (Int32Array | Uint8Array)[] {
    return [
      ...[this.credits, this.skillsFound, this.certificatesFound],
      ...[this.isHere, this.isHidden, this.isSeen],
    ];
  }
}
