import { spreadsheetErrors } from './spreadsheet.errors.js';

/**
 * Text of a CSV file in whatever encoding Chinese office programs save it: UTF-8 with or without a mark, UTF-16, GBK
 * and GB18030. Decoding is strict, so that a wrong guess is an error and never a file full of wrong characters.
 */
export function decodeText(file: Buffer): string {
  const text = decodeMarked(file) ?? decodeUnmarked(file);
  // Tables hold text: other control characters mean that this is some binary format.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw spreadsheetErrors.UNKNOWN_FORMAT();
  return text;
}

function decodeMarked(file: Buffer): string | null {
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return strict('utf-8', file);
  if (file[0] === 0xff && file[1] === 0xfe) return strict('utf-16le', file);
  if (file[0] === 0xfe && file[1] === 0xff) return strict('utf-16be', file);
  return null;
}

function decodeUnmarked(file: Buffer): string {
  const wide = guessUtf16(file);
  if (wide !== null) return strict(wide, file);
  const utf8 = attempt('utf-8', file);
  if (utf8 !== null) return utf8;
  // Damaged UTF-8 often decodes as GB18030 too, to wrong characters: tell the two by how much of it is sound UTF-8.
  if (isMostlyUtf8(file)) throw spreadsheetErrors.ENCODING();
  return strict('gb18030', file);
}

/** UTF-16 without a mark shows in its zero bytes, which text in no other encoding has. */
function guessUtf16(file: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = file.subarray(0, 2_000);
  let evenZeros = 0;
  let oddZeros = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  if (evenZeros + oddZeros === 0) return null;
  return evenZeros > oddZeros ? 'utf-16be' : 'utf-16le';
}

function isMostlyUtf8(file: Buffer): boolean {
  const text = file.toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  const foreign = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return broken * 10 < foreign;
}

function strict(encoding: string, file: Buffer): string {
  const text = attempt(encoding, file);
  if (text === null) throw spreadsheetErrors.ENCODING();
  return text;
}

function attempt(encoding: string, file: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}
