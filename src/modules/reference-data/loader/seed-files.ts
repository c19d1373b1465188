import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Also part of every checksum: raise it when the same files make other rows. */
const LOADER_VERSION = '1';

const FOLDER = new URL('../../../../prisma/seed/', import.meta.url);

/** The copied files of `prisma/seed`, each read once. */
export class SeedFiles {
  private readonly texts = new Map<string, Promise<string>>();

  constructor(private readonly folder: URL = FOLDER) {}

  /** Rows of a file, which must have exactly these columns. */
  async rows<C extends string>(
    file: string,
    columns: readonly C[],
  ): Promise<Readonly<Record<C, string>>[]> {
    const text = await this.text(file);
    const header = text.slice(0, text.indexOf('\n'));
    if (header !== columns.join()) {
      throw new Error(`${file} should have the columns ${columns.join()} but has ${header}`);
    }
    return parse<Record<C, string>>(text, { columns: true });
  }

  /** SHA-256 over the files and the version of the loader. */
  async checksum(files: readonly string[]): Promise<string> {
    const hash = createHash('sha256').update(LOADER_VERSION);
    for (const file of files) hash.update(`\0${file}\0`).update(await this.text(file));
    return hash.digest('hex');
  }

  private text(file: string): Promise<string> {
    const known = this.texts.get(file);
    if (known) return known;
    const text = readFile(fileURLToPath(new URL(file, this.folder)), 'utf8');
    this.texts.set(file, text);
    return text;
  }
}
