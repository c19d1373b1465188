import { inflateSync } from 'node:zlib';

export type ContentFault = 'DAMAGED' | 'ACTIVE_CONTENT' | 'ENCRYPTED';

/** White space of PDF, which comments belong to. */
const GAP = String.raw`(?:[\s\0]|%[^\r\n]*[\r\n])*`;
const REFERENCE = String.raw`(?:\d+${GAP}\d+${GAP}R|<<|\[)`;
const END = '(?![A-Za-z0-9])';

/**
 * Actions and parts that make a program do something when the document is opened or clicked, as they stand in a
 * dictionary: "HTML/JavaScript" in a sentence is none.
 */
const ACTIVE = new RegExp(
  [
    `/S${GAP}/(?:JavaScript|Launch|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound|RichMediaExecute)${END}`,
    `/(?:JavaScript|Launch)${GAP}endobj`,
    `/(?:JavaScript|EmbeddedFiles|EF|XFA)${GAP}${REFERENCE}`,
    `/(?:Type|Subtype)${GAP}/(?:EmbeddedFile|RichMedia|Screen|Movie|Sound)${END}`,
  ].join('|'),
);
const ENCRYPTED = new RegExp(`/Encrypt${GAP}${REFERENCE}`);
const OBJECT_STREAM = /\/(?:O|#4f)(?:b|#62)(?:j|#6a)(?:S|#53)(?:t|#74)(?:m|#6d)/gi;
const MAX_OBJECT_STREAM_BYTES = 8 * 1024 * 1024;
const MAX_OBJECT_STREAMS = 2_000;
const MAX_DICTIONARY_BYTES = 4_096;
const TAIL_BYTES = 2_048;

/**
 * What speaks against a PDF: scripts, launch actions, embedded files and forms that send data, also inside compressed
 * object streams and behind escaped names; a missing end; encryption, behind which none of it could be seen.
 */
export function faultOfPdf(file: Buffer): ContentFault | null {
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'DAMAGED';
  if (!file.subarray(-TAIL_BYTES).includes('%%EOF')) return 'DAMAGED';
  const raw = file.toString('latin1');
  const unpacked = objectStreams(file, raw);
  if (unpacked === null) return 'DAMAGED';
  const texts = [raw, ...unpacked].map(unescapedNames);
  if (texts.some((text) => ENCRYPTED.test(text))) return 'ENCRYPTED';
  return texts.some((text) => ACTIVE.test(text)) ? 'ACTIVE_CONTENT' : null;
}

const PAGE = new RegExp(`/Type${GAP}/Page${END}`, 'g');

/** How many pages a sound PDF has, also those described inside compressed object streams. */
export function pageCountOfPdf(file: Buffer): number {
  const raw = file.toString('latin1');
  const texts = [raw, ...(objectStreams(file, raw) ?? [])].map(unescapedNames);
  return texts.reduce((count, text) => count + [...text.matchAll(PAGE)].length, 0);
}

/** The contents of all object streams; null when one of them cannot be looked into. */
function objectStreams(file: Buffer, raw: string): string[] | null {
  const found: string[] = [];
  for (const { index } of raw.matchAll(OBJECT_STREAM)) {
    const keyword = raw.indexOf('stream', index);
    if (keyword === -1 || keyword - index > MAX_DICTIONARY_BYTES) continue;
    const dictionary = raw.slice(Math.max(0, index - MAX_DICTIONARY_BYTES), keyword);
    // Without a filter its text stands in the file as it is.
    if (!/\/(?:F|#46)/i.test(dictionary.slice(dictionary.lastIndexOf('obj')))) continue;
    const start = keyword + 'stream'.length + (raw[keyword + 6] === '\r' ? 2 : 1);
    const text = inflated(file.subarray(start));
    if (text === null || found.push(text) > MAX_OBJECT_STREAMS) return null;
  }
  return found;
}

function inflated(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_OBJECT_STREAM_BYTES }).toString('latin1');
  } catch {
    return null;
  }
}

/** `/J#61vaScript` is `/JavaScript`. */
function unescapedNames(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
