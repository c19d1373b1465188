/** Room for one person's pass over all postings, used again for the next. */
export class Scratch {
  readonly work: Int16Array;
  readonly experience: Int16Array;
  readonly major: Int16Array;
  readonly credits: Int32Array;
  readonly common: Int32Array;
  readonly found: Uint8Array;
  readonly isHere: Uint8Array;
  readonly isBarred: Uint8Array;
  readonly scores: Int16Array;
  readonly byteLength: number;

  constructor(size: number) {
    this.work = new Int16Array(size);
    this.experience = new Int16Array(size);
    this.major = new Int16Array(size);
    this.credits = new Int32Array(size);
    this.common = new Int32Array(size);
    this.found = new Uint8Array(size);
    this.isHere = new Uint8Array(size);
    this.isBarred = new Uint8Array(size);
    this.scores = new Int16Array(size);
    this.byteLength = [
      ...[this.work, this.experience, this.major, this.credits, this.common],
      ...[this.found, this.isHere, this.isBarred, this.scores],
    ].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}
