/** One file of a zip archive, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; nothing else is used by office programs. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the packed bytes lie in the archive. */
  readonly start: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ZIP64 = 0xffffffff;

export function looksLikeZip(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b && file[2] === 0x03 && file[3] === 0x04;
}

/**
 * Reads the directory of a zip archive without unpacking anything. Null for what no ordinary program writes: a cut
 * archive, overlapping or twice named entries, entries outside the file, the 64-bit form (never needed below 4 GB).
 */
export function readZipDirectory(archive: Buffer, maxEntries = 2_000): readonly ZipEntry[] | null {
  const end = endOfDirectory(archive);
  if (end === -1) return null;
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = archive.readUInt32LE(end + 16);
  if (count > maxEntries) return null;
  for (let i = 0; i < count; i += 1) {
    const read = entryAt(archive, at);
    if (!read || read.next > end || names.has(read.entry.name.toLowerCase())) return null;
    names.add(read.entry.name.toLowerCase());
    entries.push(read.entry);
    at = read.next;
  }
  return overlap(entries) ? null : entries;
}

function endOfDirectory(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

function entryAt(archive: Buffer, at: number): { entry: ZipEntry; next: number } | null {
  if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
  const nameLength = archive.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  const packedSize = archive.readUInt32LE(at + 20);
  const size = archive.readUInt32LE(at + 24);
  const local = archive.readUInt32LE(at + 42);
  if (next > archive.length || packedSize === ZIP64 || size === ZIP64 || local === ZIP64)
    return null;
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL_SIGNATURE) return null;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + packedSize > archive.length) return null;
  const name = archive.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
  const isEncrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
  return {
    entry: { name, isEncrypted, method: archive.readUInt16LE(at + 10), packedSize, size, start },
    next,
  };
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  return sorted.some((entry, i) => {
    const next = sorted[i + 1];
    return next !== undefined && entry.start + entry.packedSize > next.start;
  });
}
