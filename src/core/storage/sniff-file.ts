import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../errors/index.js';
import { decodeText, inspectPackage, isCompoundFile } from '../spreadsheet/index.js';
import { extensionOf } from './file-name.js';
import type { FilePurpose } from './file-purposes.js';
import { FILE_TYPES, type FileType } from './file-types.js';
import { faultOfImage, hasMarkup, isArchiveToo } from './inspect-image.js';
import { faultOfPdf } from './inspect-pdf.js';
import { storageErrors } from './storage.errors.js';

const IMAGES: Readonly<Record<string, 'png' | 'jpeg' | 'webp'>> = {
  png: 'png',
  jpg: 'jpeg',
  webp: 'webp',
};
const HEAD_BYTES = 1_024;
/** What a text file never begins with unless it is a page, a picture or a script in disguise. */
const ACTIVE_START = /^\s*(<[a-z!?/%]|#!|%!ps|\{\\rtf)/i;
const ACTIVE_ANYWHERE =
  /<(script|svg|iframe|object|embed)[\s>/]|<!doctype\s|<!entity|javascript:|<\?php/i;

/**
 * The type of a file by its content alone; throws when the purpose does not take it or when it holds something that
 * could be executed. The name only tells CSV from other text.
 */
export async function sniffFile(
  file: Buffer,
  fileName: string,
  purpose: FilePurpose,
): Promise<FileType> {
  if (file.length === 0) throw storageErrors.EMPTY();
  const type = await typeOf(file, fileName, purpose);
  if (type === null || !purpose.types.includes(type)) throw refusedType(purpose);
  return type;
}

async function typeOf(
  file: Buffer,
  fileName: string,
  purpose: FilePurpose,
): Promise<FileType | null> {
  if (isCompoundFile(file)) {
    if (inspectPackage(file) === 'ENCRYPTED') throw storageErrors.ENCRYPTED();
    return null;
  }
  const found = await fileTypeFromBuffer(file);
  if (found?.ext === 'pdf') return sound('pdf', faultOfPdf(file) ?? faultBesidePdf(file));
  const image = found && IMAGES[found.ext];
  if (image) return sound(image, faultOfImage(file, image));
  if (file[0] === 0x50 && file[1] === 0x4b) return packageType(file);
  return found && !found.mime.startsWith('text/') ? null : textType(file, fileName, purpose);
}

/** Another format before the document or after its end. */
function faultBesidePdf(file: Buffer): 'ACTIVE_CONTENT' | null {
  const head = file.subarray(0, HEAD_BYTES);
  const tail = file.subarray(file.lastIndexOf('%%EOF'));
  return hasMarkup(head) || hasMarkup(tail) || isArchiveToo(file) ? 'ACTIVE_CONTENT' : null;
}

function packageType(file: Buffer): FileType | null {
  const kind = inspectPackage(file);
  switch (kind) {
    case 'xlsx':
    case 'docx':
      return kind;
    case 'NOT_A_PACKAGE':
      return null;
    case 'MACROS':
      throw storageErrors.ACTIVE_CONTENT();
    case 'ENCRYPTED':
      throw storageErrors.ENCRYPTED();
    case 'DAMAGED':
    case 'HOSTILE':
      throw storageErrors.DAMAGED();
  }
}

function textType(file: Buffer, fileName: string, purpose: FilePurpose): FileType | null {
  const isNamedCsv = extensionOf(fileName) === 'csv';
  let text: string;
  try {
    text = decodeText(file);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The table somebody meant to send: that tables are taken here would not tell him what is wrong with it.
    const isTable = isNamedCsv && purpose.types.includes('csv');
    if (isTable && error.code === 'SPREADSHEET_ENCODING') throw error;
    return null;
  }
  if (ACTIVE_START.test(text) || ACTIVE_ANYWHERE.test(text)) throw storageErrors.ACTIVE_CONTENT();
  return isNamedCsv || !purpose.types.includes('text') ? 'csv' : 'text';
}

function sound(type: FileType, fault: 'DAMAGED' | 'ACTIVE_CONTENT' | 'ENCRYPTED' | null): FileType {
  if (fault) throw storageErrors[fault]();
  return type;
}

function refusedType(purpose: FilePurpose): DomainError {
  const types = purpose.types
    .map((type) => FILE_TYPES[type].extensions[0].toUpperCase())
    .join(', ');
  return storageErrors.TYPE_REFUSED({ params: { types } });
}
