import type { DomainError, ErrorDetails } from '../../../core/errors/index.js';
import { TypeAhead, type Searchable } from '../type-ahead/type-ahead.js';
import { CodeTree } from './code-tree.js';

/** Where in the input a code stands, for the error that names it. */
export type FieldPath = string | readonly string[];

interface TableRow {
  /** False when later editions no longer have the row: it can be shown, but not given any more. */
  readonly isCurrent: boolean;
}

export interface TableOptions<T> {
  /** What the row is stored by. */
  readonly keyOf: (row: T) => string;
  readonly parentOf?: (row: T) => string | null;
  /** Codes by which an input may give the row, best first; the first row to claim a code keeps it. */
  readonly codesOf: (row: T) => readonly string[];
  /** What the row is found by; null for a row that is never offered. */
  readonly searchableOf: (row: T) => Searchable<T> | null;
  /** The error for a code nobody has. */
  readonly unknown: (details: ErrorDetails) => DomainError;
}

/** One code table in memory: lookups, tree and type-ahead. It never changes; a new edition makes a new table. */
export class ReferenceTable<T extends TableRow> {
  readonly tree: CodeTree<T>;
  private readonly byCode = new Map<string, T>();
  private readonly typeAhead: TypeAhead<T>;

  constructor(
    readonly rows: readonly T[],
    private readonly options: TableOptions<T>,
  ) {
    this.tree = new CodeTree(rows, options.keyOf, options.parentOf ?? (() => null));
    const current = rows.filter((row) => row.isCurrent);
    const codes = current.map((row) => ({ row, codes: options.codesOf(row) }));
    const most = Math.max(0, ...codes.map((entry) => entry.codes.length));
    for (let place = 0; place < most; place++)
      for (const entry of codes) {
        const code = entry.codes[place];
        if (code !== undefined && !this.byCode.has(code)) this.byCode.set(code, entry.row);
      }
    this.typeAhead = new TypeAhead(current.flatMap((row) => options.searchableOf(row) ?? []));
  }

  /** The row stored by the key, also one that is no longer current. */
  find(key: string): T | null {
    return this.tree.find(key);
  }

  /** The row an input means by the code, or null. */
  findByCode(code: string): T | null {
    return this.byCode.get(code) ?? null;
  }

  /** The row an input means by the code; anything unknown is refused, naming the field. */
  require(code: string, field: FieldPath): T {
    const row = this.byCode.get(code);
    if (!row) throw this.options.unknown({ field: pathOf(field) });
    return row;
  }

  /** The rows of several codes in their order; the refusal names the entry that is wrong. */
  requireAll(codes: readonly string[], field: FieldPath): T[] {
    return codes.map((code, index) => this.require(code, [...pathOf(field), String(index)]));
  }

  /** Current rows directly below the key; the roots for null. */
  children(key: string | null): T[] {
    return this.tree.children(key).filter((row) => row.isCurrent);
  }

  search(text: string, first: number, accepts?: (row: T) => boolean): T[] {
    return this.typeAhead.search(text, first, accepts);
  }
}

export function pathOf(field: FieldPath): readonly string[] {
  return typeof field === 'string' ? [field] : field;
}
