import { FILE_TYPES, type FileType } from './file-types.js';

const MAX_BASE_LENGTH = 120;
/** Marks that turn the direction of the text: `exe.fdp` would read `pdf.exe`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * A name that is safe in every file system and header: no path, no control or direction marks, no characters Windows
 * reserves, of bounded length. What is left of a hopeless name is `file`.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').replaceAll(INVISIBLE, '').split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .replaceAll(/[<>:"|?*%;]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const { base, extension } = split(cleaned);
  const kept = [...base].slice(0, MAX_BASE_LENGTH).join('').trimEnd();
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(kept) || kept === '' ? 'file' : kept;
  return extension === '' ? safe : `${safe}.${extension}`;
}

/** The name with an extension that says what the content is, whatever the person called it. */
export function nameForType(name: string, type: FileType): string {
  const safe = safeFileName(name);
  const extensions: readonly string[] = FILE_TYPES[type].extensions;
  const { extension } = split(safe);
  return extensions.includes(extension.toLowerCase()) ? safe : `${safe}.${extensions[0] ?? 'bin'}`;
}

export function extensionOf(name: string): string {
  return split(name).extension.toLowerCase();
}

/** `Content-Disposition` by RFC 6266: the name in UTF-8 (RFC 5987), and an ASCII one for the oldest programs. */
export function attachmentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function split(name: string): { base: string; extension: string } {
  const [, base, extension] = /^(.+)\.([A-Za-z0-9]{1,8})$/su.exec(name) ?? [];
  return base === undefined || extension === undefined
    ? { base: name, extension: '' }
    : { base, extension };
}
