export type Write = (text: string) => void;

const toTerminal: Write = (text) => void process.stdout.write(text);

/** Tells the person who waits what is being done, and how long each thing took. */
export class Steps {
  private current = 0;
  /** True while the cursor stands behind the name of a running step. */
  private isLineOpen = false;
  private isRunning = false;

  constructor(
    private readonly total: number,
    private readonly write: Write = toTerminal,
  ) {}

  /** The answer of `work` may add a remark to the line of its step. */
  async run<T>(name: string, work: () => Promise<T>, remark?: (answer: T) => string): Promise<T> {
    this.current += 1;
    const label = `${String(this.current)}/${String(this.total)} ${name}`;
    this.write(`${label} …`);
    this.isLineOpen = true;
    this.isRunning = true;
    const since = performance.now();
    try {
      const answer = await work();
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      const said = remark?.(answer) ?? '';
      const lead = this.isLineOpen ? '' : label;
      this.write(`${lead} ${seconds} s${said === '' ? '' : ` (${said})`}\n`);
      return answer;
    } catch (error) {
      if (this.isLineOpen) this.write(' failed\n');
      throw error;
    } finally {
      this.isRunning = false;
      this.isLineOpen = false;
    }
  }

  /** A line about what is going on inside a step, or between them. */
  note(text: string): void {
    const indent = this.isRunning ? '    ' : '';
    this.write(`${this.isLineOpen ? '\n' : ''}${indent}${text}\n`);
    this.isLineOpen = false;
  }
}
