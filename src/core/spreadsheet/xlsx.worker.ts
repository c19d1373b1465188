import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import readXlsxFile, { InvalidSpreadsheetError, type Row } from 'read-excel-file/universal';
import type { ZipEntry } from './zip-directory.js';

/*
 * Runs in a thread of its own with bounded memory and time, started by xlsx-rows.ts. It has no imports of ours except
 * types, so that Node can run it from source as well as built.
 */

export interface XlsxWork {
  readonly file: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly maxRows: number;
  readonly maxCells: number;
}

export type XlsxMessage =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'refused';
      readonly reason: 'DAMAGED' | 'HOSTILE' | 'MACROS' | 'TOO_MANY_ROWS' | 'TOO_MANY_CELLS';
    }
  | { readonly kind: 'unreadable'; readonly line: number; readonly column: number };

const ROWS_PER_MESSAGE = 2_000;

function send(message: XlsxMessage): void {
  parentPort?.postMessage(message);
}

/** Unpacks every part that will be parsed: sizes must be as declared, and no part may declare entities. */
function faultOfParts({ file, entries }: XlsxWork): 'DAMAGED' | 'HOSTILE' | 'MACROS' | null {
  for (const { name, method, packedSize, size, start } of entries) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const packed = file.subarray(start, start + packedSize);
    let part: Buffer;
    try {
      // One byte more than declared is already too much: zlib stops there.
      part =
        method === 0
          ? Buffer.from(packed)
          : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    } catch {
      return 'DAMAGED';
    }
    if (part.length !== size) return 'DAMAGED';
    if (part[0] === 0xff || part[0] === 0xfe || part[0] === 0 || part[1] === 0) return 'HOSTILE';
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) return 'HOSTILE';
    if (
      name.toLowerCase() === '[content_types].xml' &&
      /macroEnabled|vbaProject/i.test(part.toString('utf8'))
    ) {
      return 'MACROS';
    }
  }
  return null;
}

/** A cell as the person sees it in a plain format: numbers without noise, days as `YYYY-MM-DD`. */
function textOf(cell: Row[number] | undefined): string {
  const value: unknown = cell;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  // Sheets keep days as fractions, which fall a little short of the second.
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1_000) * 1_000)
    .toISOString()
    .split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

async function run(work: XlsxWork): Promise<void> {
  const fault = faultOfParts(work);
  if (fault) {
    send({ kind: 'refused', reason: fault });
    return;
  }
  const [sheet] = await readXlsxFile(new Blob([Uint8Array.from(work.file)]));
  const rows = sheet?.data ?? [];
  if (rows.length > work.maxRows) {
    send({ kind: 'refused', reason: 'TOO_MANY_ROWS' });
    return;
  }
  if (rows.reduce((sum, row) => sum + row.length, 0) > work.maxCells) {
    send({ kind: 'refused', reason: 'TOO_MANY_CELLS' });
    return;
  }
  for (let at = 0; at < rows.length; at += ROWS_PER_MESSAGE) {
    send({
      kind: 'rows',
      rows: rows.slice(at, at + ROWS_PER_MESSAGE).map((row) => row.map(textOf)),
    });
  }
  send({ kind: 'end' });
}

run(workerData as XlsxWork).catch((error: unknown) => {
  const [, line, column] =
    error instanceof InvalidSpreadsheetError
      ? (/row (\d+), col (\d+)/.exec(error.message) ?? [])
      : [];
  send(
    line && column
      ? { kind: 'unreadable', line: Number(line), column: Number(column) }
      : { kind: 'refused', reason: 'DAMAGED' },
  );
});
