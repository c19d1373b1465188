import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ChainHead } from './audit-chain.js';

const line = z.object({
  sequence: z.string().regex(/^\d{1,18}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime(),
});

/** Adds a head to the file of published heads: one JSON line each, never rewritten, on disk when this returns. */
export async function publishHead(
  file: string,
  { sequence, hash }: ChainHead,
  at: Date,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    const entry = { sequence: sequence.toString(), hash, publishedAt: at.toISOString() };
    await handle.appendFile(`${JSON.stringify(entry)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The heads of a file; none when it does not exist. Throws when a line is not one of ours. */
export async function readPublishedHeads(file: string): Promise<readonly ChainHead[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const { sequence, hash } = line.parse(JSON.parse(entry));
      return { sequence: BigInt(sequence), hash };
    });
}
