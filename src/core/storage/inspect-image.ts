import type { ContentFault } from './inspect-pdf.js';

/** Largest picture a phone takes today, twice over; more is meant to exhaust whoever shows it. */
const MAX_PIXELS = 120_000_000;
const ZIP_END = Buffer.from('PK\x05\x06');
const ZIP_ENTRY = Buffer.from('PK\x01\x02');
const ZIP_END_REACH = 22 + 65_535;
const MARKUP =
  /<(script|svg|html|iframe|body|object|embed)[\s>/]|<\?php|<!doctype\s+html|<!entity/i;

/** What speaks against a picture: markup or an archive hidden in it, sizes no camera makes, a broken frame. */
export function faultOfImage(file: Buffer, type: 'png' | 'jpeg' | 'webp'): ContentFault | null {
  const size = SIZES[type](file);
  const pixels = size === null ? 0 : size.width * size.height;
  if (pixels === 0 || pixels > MAX_PIXELS) return 'DAMAGED';
  return hasMarkup(file) || isArchiveToo(file) ? 'ACTIVE_CONTENT' : null;
}

export function hasMarkup(bytes: Buffer): boolean {
  return MARKUP.test(bytes.toString('latin1'));
}

/** Whether the bytes also are a zip archive: programs find its directory from the end, whatever stands before. */
export function isArchiveToo(file: Buffer): boolean {
  return file.subarray(-ZIP_END_REACH).includes(ZIP_END) && file.includes(ZIP_ENTRY);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SIZES = { png: pngSize, jpeg: jpegSize, webp: webpSize } as const;

/** Walks the chunks: the last one must be there. */
function pngSize(file: Buffer): Size | null {
  if (file.length < 45 || file.toString('latin1', 12, 16) !== 'IHDR') return null;
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  for (let at = 8; at + 12 <= file.length;) {
    const next = at + 12 + file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return next > file.length ? null : size;
    at = next;
  }
  return null;
}

function jpegSize(file: Buffer): Size | null {
  if (file.lastIndexOf(Buffer.from([0xff, 0xd9])) === -1) return null;
  for (let at = 2; at + 9 <= file.length && file[at] === 0xff;) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame, of whatever coding; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

function webpSize(file: Buffer): Size | null {
  if (file.length < 30 || file.readUInt32LE(4) + 8 > file.length) return null;
  const bits = file.readUInt32LE(21);
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: 1 + file.readUIntLE(24, 3), height: 1 + file.readUIntLE(27, 3) };
    case 'VP8L':
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
