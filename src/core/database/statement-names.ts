import { createHash } from 'node:crypto';

/** How often a statement was sent before it is worth keeping. */
const SEEN_OFTEN = 5;
/** Most statements that are kept on each connection; PostgreSQL holds some ten kilobytes for each. */
const MOST_NAMES = 300;
/** Most statements that are counted; those that did not come again for long are forgotten. */
const MOST_COUNTED = 2_000;
/** Longer ones are lists of rows to insert, which hardly come again. */
const MOST_CHARACTERS = 10_000;

/**
 * Names for statements that come again and again: PostgreSQL then parses and plans a statement once for each connection
 * instead of every time, which for reads by key costs more than running them.
 */
export class StatementNames {
  private readonly seen = new Map<string, number>();
  private readonly names = new Map<string, string | undefined>();

  /** The name under which the statement is kept; undefined while it is not. */
  nameOf(text: string): string | undefined {
    if (this.names.has(text)) return this.names.get(text);
    if (this.names.size >= MOST_NAMES || text.length > MOST_CHARACTERS) return undefined;
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.delete(text);
    if (times > SEEN_OFTEN) {
      // By its content, so that two who share a connection never mean different ones.
      const name = createHash('sha256').update(text).digest('base64url');
      this.names.set(text, name);
      return name;
    }
    this.seen.set(text, times);
    if (this.seen.size > MOST_COUNTED) {
      const [oldest] = this.seen.keys();
      if (oldest !== undefined) this.seen.delete(oldest);
    }
    return undefined;
  }

  /** From now on the statement is sent as it is. */
  giveUp(text: string): void {
    this.names.set(text, undefined);
  }
}
