import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { SourceCells } from './source-cells.js';

export interface SourceRow {
  /** Line of the file the row begins on, the header being line 1. */
  readonly line: number;
  readonly cells: SourceCells;
}

/** A source file that cannot be read as what it should be. */
export class SourceFileError extends Error {
  override readonly name = 'SourceFileError';
}

/** Longest row taken, in bytes: a field of a million characters is a damaged file, not a posting. */
const MAX_ROW_BYTES = 512 * 1024;

/**
 * Streams the rows of a CSV file, plain or gzipped, UTF-8 or GB18030, without holding it in memory. Refuses a file that
 * lacks a column of the format, has broken quotes or is neither encoding.
 */
export async function* sourceRows(
  path: string,
  columns: readonly string[],
): AsyncGenerator<SourceRow> {
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
    columns: (header: string[]) => checkedHeader(header, columns),
  });
  const decoder = new TextDecoder(await encodingOf(path), { fatal: true });
  // A failure on the way destroys the parser with it, and the loop below throws it.
  const feeding = pipeline(await bytesOf(path), decodedBy(decoder), parser).catch(() => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw asSourceFileError(error);
  } finally {
    parser.destroy();
    await feeding;
  }
}

function decodedBy(decoder: TextDecoder) {
  return async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
}

function checkedHeader(header: string[], columns: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new SourceFileError(`Columns missing: ${missing.join(', ')}`);
  return names;
}

async function bytesOf(path: string): Promise<Readable> {
  const start = await firstBytes(path, 2);
  const file = createReadStream(path);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return file;
  const unzipped = createGunzip();
  file.on('error', (error) => unzipped.destroy(error));
  return file.pipe(unzipped);
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path).catch(() => {
    throw new SourceFileError(`Cannot open ${path}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-8 when the first 64 KB read as such, else GB18030, which holds GBK and GB 2312. */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  const bytes = await bytesOf(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      seen += chunk.length;
      if (seen > 65_536) break;
    }
    return 'utf-8';
  } catch (error) {
    if (codeOf(error) === NOT_DECODABLE) return 'gb18030';
    throw asSourceFileError(error);
  } finally {
    bytes.destroy();
  }
}

function asSourceFileError(error: unknown): Error {
  if (error instanceof SourceFileError) return error;
  if (codeOf(error) === NOT_DECODABLE) {
    return new SourceFileError('The text is neither UTF-8 nor GB18030');
  }
  if (codeOf(error).startsWith('CSV_')) {
    return new SourceFileError(`Not well-formed CSV: ${String(error)}`);
  }
  return error instanceof Error ? error : new Error(String(error));
}

const NOT_DECODABLE = 'ERR_ENCODING_INVALID_ENCODED_DATA';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
