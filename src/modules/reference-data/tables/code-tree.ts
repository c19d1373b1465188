/** A code table whose rows form trees: parents, children and everything below, each answered without a search. */
export class CodeTree<T> {
  private readonly byKey = new Map<string, T>();
  private readonly childrenOf = new Map<string | null, T[]>();

  /** Rows in display order, in any order of depth. */
  constructor(
    readonly rows: readonly T[],
    private readonly keyOf: (row: T) => string,
    private readonly parentOf: (row: T) => string | null,
  ) {
    for (const row of rows) {
      this.byKey.set(keyOf(row), row);
      const siblings = this.childrenOf.get(parentOf(row));
      if (siblings) siblings.push(row);
      else this.childrenOf.set(parentOf(row), [row]);
    }
  }

  find(key: string): T | null {
    return this.byKey.get(key) ?? null;
  }

  /** Direct children; the roots for null. */
  children(key: string | null): readonly T[] {
    return this.childrenOf.get(key) ?? [];
  }

  /** From the root down to the row itself; empty when there is no such row. */
  path(key: string): T[] {
    const path: T[] = [];
    for (let row = this.find(key); row; row = this.parent(row)) path.unshift(row);
    return path;
  }

  /** The row and everything below it, parents before children. */
  within(key: string): T[] {
    const row = this.find(key);
    if (!row) return [];
    return [row, ...this.children(key).flatMap((child) => this.within(this.keyOf(child)))];
  }

  /** Whether the row is the other one or lies below it. */
  isWithin(key: string, ancestorKey: string): boolean {
    for (let row = this.find(key); row; row = this.parent(row))
      if (this.keyOf(row) === ancestorKey) return true;
    return false;
  }

  private parent(row: T): T | null {
    const key = this.parentOf(row);
    return key === null ? null : this.find(key);
  }
}
