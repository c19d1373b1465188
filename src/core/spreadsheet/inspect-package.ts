import { looksLikeZip, readZipDirectory, type ZipEntry } from './zip-directory.js';

export type PackageKind = 'xlsx' | 'docx';
export type PackageFault = 'NOT_A_PACKAGE' | 'DAMAGED' | 'ENCRYPTED' | 'MACROS' | 'HOSTILE';

/** No office file of the size we take unpacks to more. */
const MAX_UNPACKED_BYTES = 150 * 1024 * 1024;
/** Repetitive sheets reach about 40; a bomb is near 1,000. Small files may compress as they like. */
const MAX_RATIO = 150;
const RATIO_COUNTS_FROM = 2 * 1024 * 1024;

/**
 * Looks at the directory of an office package (a zip archive) before anything is unpacked: kind, or what speaks against
 * it. Sizes are those declared; whoever unpacks must hold the archive to them.
 */
export function inspectPackage(file: Buffer): PackageKind | PackageFault {
  if (isCompoundFile(file)) return isEncryptedPackage(file) ? 'ENCRYPTED' : 'NOT_A_PACKAGE';
  if (!looksLikeZip(file)) return 'NOT_A_PACKAGE';
  const entries = readZipDirectory(file);
  if (!entries) return 'DAMAGED';
  if (entries.some((entry) => entry.isEncrypted)) return 'ENCRYPTED';
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  if (!names.has('[content_types].xml')) return 'NOT_A_PACKAGE';
  if ([...names].some(isActive)) return 'MACROS';
  if (entries.some(isHostileEntry) || isBomb(entries)) return 'HOSTILE';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('word/document.xml') ? 'docx' : 'NOT_A_PACKAGE';
}

/** The container of the old office formats (xls, doc) and of encrypted new ones. */
export function isCompoundFile(file: Uint8Array): boolean {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return magic.every((byte, at) => file[at] === byte);
}

function isEncryptedPackage(file: Buffer): boolean {
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isActive(name: string): boolean {
  return /(^|\/)(vbaproject\.bin|vbadata\.xml|vbaprojectsignature[^/]*)$|\/(macrosheets|activex)\//.test(
    name,
  );
}

function isHostileEntry({ name, method }: ZipEntry): boolean {
  return (
    name.startsWith('/') ||
    /(^|\/)\.\.(\/|$)/.test(name) ||
    name.includes('\0') ||
    (method !== 0 && method !== 8)
  );
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  return (
    total > MAX_UNPACKED_BYTES ||
    entries.some(
      ({ size, packedSize }) => size > RATIO_COUNTS_FROM && size > packedSize * MAX_RATIO,
    )
  );
}
