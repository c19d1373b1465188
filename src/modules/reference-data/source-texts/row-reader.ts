import type { RowIssue, SourceCells } from './source-cells.js';

const LIMITS = { title: 200, employer: 200, place: 300, duties: 20_000, tag: 60 } as const;
const CONTROL = /[\p{Cc}\p{Cf}\u00a0]/gu;

/** Reads cells of one row, collecting what was wrong with them. */
export class RowReader {
  readonly issues: RowIssue[] = [];

  constructor(private readonly cells: SourceCells) {}

  /** A trimmed value without control characters; line breaks become spaces. Null when empty. */
  text(column: string, max: number = LIMITS.title): string | null {
    const value = (this.cells[column] ?? '')
      .replaceAll(CONTROL, ' ')
      .replaceAll(/ {2,}/g, ' ')
      .trim();
    if (value === '') return null;
    if (value.length <= max) return value;
    this.issues.push({ field: column, reason: 'TOO_LONG', refusesRow: false });
    return value.slice(0, max);
  }

  required(column: string, max: number = LIMITS.title): string {
    const value = this.text(column, max);
    if (value === null) this.issues.push({ field: column, reason: 'REQUIRED', refusesRow: true });
    return value ?? '';
  }

  /** A long text that keeps its line breaks. */
  prose(column: string): string | null {
    const value = (this.cells[column] ?? '')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{C}\n\t]|\u00a0/gu, ' ')
      .trim();
    if (value === '') return null;
    if (value.length <= LIMITS.duties) return value;
    this.issues.push({ field: column, reason: 'TOO_LONG', refusesRow: false });
    return value.slice(0, LIMITS.duties);
  }

  /** A list cell; doubled and overlong entries are dropped. */
  list(column: string, separator: string | RegExp): string[] {
    const entries = (this.cells[column] ?? '')
      .split(separator)
      .map((entry) => entry.replaceAll(CONTROL, ' ').trim())
      .filter((entry) => entry !== '' && entry.length <= LIMITS.tag);
    return [...new Set(entries)].slice(0, 40);
  }

  /** A whole number above zero; 0 and empty mean "not given". */
  count(column: string, max: number): number | null {
    const text = (this.cells[column] ?? '').trim();
    if (text === '' || text === '0') return null;
    const value = Number(text);
    if (Number.isInteger(value) && value > 0 && value <= max) return value;
    this.issues.push({ field: column, reason: 'MALFORMED', refusesRow: false });
    return null;
  }

  /** An instant written in China time without offset, as scraped sources have it. */
  instant(column: string): Date | null {
    const text = (this.cells[column] ?? '').trim();
    if (text === '') return null;
    const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2}))?)?/.exec(text);
    const instant = match
      ? new Date(`${match[1] ?? ''}T${match[2] ?? '00:00'}:${match[3] ?? '00'}+08:00`)
      : new Date(Number.NaN);
    if (!Number.isNaN(instant.getTime())) return instant;
    this.issues.push({ field: column, reason: 'MALFORMED', refusesRow: false });
    return null;
  }

  /** Puts the smaller bound first; a source that has them upside down is told so and its pay left out. */
  payRange(
    column: string,
    min: bigint | null,
    max: bigint | null,
  ): { payMinFen: bigint | null; payMaxFen: bigint | null } {
    if (min !== null && max !== null && min > max) {
      this.issues.push({ field: column, reason: 'PAY_UPSIDE_DOWN', refusesRow: false });
      return { payMinFen: null, payMaxFen: null };
    }
    return { payMinFen: min, payMaxFen: max };
  }
}
