import { crc32, deflateSync } from 'node:zlib';
import { buildZip, type ZipPart } from '../spreadsheet/zip-builder.js';

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A valid grey PNG, or one that only claims its size. */
export function png(width = 2, height = 2, extra: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    extra,
    chunk('IDAT', deflateSync(Buffer.alloc((Math.min(width, 2) + 1) * Math.min(height, 2)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pngText = (text: string): Buffer =>
  png(2, 2, chunk('tEXt', Buffer.from(`Comment\0${text}`)));

/** Start of frame and end; enough of a JPEG for programs that look at its frame. */
export function jpeg(width = 100, height = 80): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex').subarray(0, 19);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.alloc(200, 7),
    Buffer.from('ffd9', 'hex'),
  ]);
}

export function webp(width = 10, height = 10): Buffer {
  const body = Buffer.alloc(30);
  body.write('RIFF', 0);
  body.writeUInt32LE(22, 4);
  body.write('WEBPVP8X', 8);
  body.writeUInt32LE(10, 16);
  body.writeUIntLE(width - 1, 24, 3);
  body.writeUIntLE(height - 1, 27, 3);
  return body;
}

/** A one-page PDF with more objects or anything else before its trailer. */
export function pdf(objects = '', trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${objects}\n` +
      `trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF whose last objects are packed into a compressed object stream. */
export function pdfWithPackedObjects(objects: string, name = '/ObjStm'): Buffer {
  const packed = deflateSync(Buffer.from(objects)).toString('latin1');
  return pdf(
    `9 0 obj\n<< /Type ${name} /N 1 /First 4 /Filter /FlateDecode /Length ${String(packed.length)} >>\nstream\n${packed}\nendstream\nendobj`,
  );
}

const DOCX: readonly ZipPart[] = [
  { name: '[Content_Types].xml', content: '<Types/>' },
  {
    name: 'word/document.xml',
    content: '<w:document xmlns:w="x"><w:body><w:p/></w:body></w:document>',
  },
];

export const docx = (...more: ZipPart[]): Buffer => buildZip([...DOCX, ...more]);
export const zip = (...parts: ZipPart[]): Buffer => buildZip(parts);
