/** Room for one person's pass over the postings, empty again after each. */
export class Scratch {
  readonly work: Int16Array;
  readonly experience: Int16Array;
  readonly major: Int16Array;
  readonly credits: Int32Array;
  /** Musts held, by posting. */
  readonly skillsFound: Uint8Array;
  readonly certificatesFound: Uint8Array;
  readonly isHere: Uint8Array;
  readonly isHidden: Uint8Array;
  private readonly isTouched: Uint8Array;
  private readonly list: Int32Array;
  private count = 0;

  constructor(private readonly size: number) {
    this.work = new Int16Array(size);
    this.experience = new Int16Array(size);
    this.major = new Int16Array(size);
    this.credits = new Int32Array(size);
    this.skillsFound = new Uint8Array(size);
    this.certificatesFound = new Uint8Array(size);
    this.isHere = new Uint8Array(size);
    this.isHidden = new Uint8Array(size);
    this.isTouched = new Uint8Array(size);
    this.list = new Int32Array(size);
  }

  get byteLength(): number {
    return this.arrays().reduce((sum, { byteLength }) => sum + byteLength, this.list.byteLength);
  }

  /** Postings that may be candidates, in no order. */
  get touched(): Int32Array {
    return this.list.subarray(0, this.count);
  }

  touch(i: number): void {
    if (this.isTouched[i] === 1) return;
    this.isTouched[i] = 1;
    this.list[this.count++] = i;
  }

  touchAll(): void {
    for (let i = 0; i < this.size; i++) this.touch(i);
  }

  clear(): void {
    this.count = 0;
    for (const array of this.arrays()) array.fill(0);
  }

  private arrays(): (Int16Array | Int32Array | Uint8Array)[] {
    return [
      ...[this.work, this.experience, this.major, this.credits, this.skillsFound],
      ...[this.certificatesFound, this.isHere, this.isHidden, this.isTouched],
    ];
  }
}
