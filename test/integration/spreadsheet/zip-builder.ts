import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { writeXlsx } from '../../../src/core/spreadsheet/index.js';
import { readZipDirectory } from '../../../src/core/spreadsheet/zip-directory.js';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** Lies to tell in the directory. */
  readonly declaredSize?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** Writes a zip archive byte by byte, so that specs can build what no program would. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const packed = method === 0 ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.declaredSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

/** The parts of a small, honest XLSX file, to be bent by a spec. */
export async function honestParts(): Promise<ZipPart[]> {
  const file = await writeXlsx([{ name: '张三' }], [{ title: '姓名', value: (row) => row.name }]);
  return (readZipDirectory(file) ?? []).map(({ name, method, start, packedSize }) => {
    const packed = file.subarray(start, start + packedSize);
    return { name, content: method === 0 ? Buffer.from(packed) : inflateRawSync(packed) };
  });
}

export function replaced(
  parts: readonly ZipPart[],
  name: RegExp,
  change: (text: string) => string,
): ZipPart[] {
  return parts.map((part) =>
    name.test(part.name) ? { ...part, content: change(part.content.toString()) } : part,
  );
}
