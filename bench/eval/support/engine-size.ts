import { z } from 'zod';
import { loadEnv } from '../../../src/core/config/index.js';

const stats = z.object({ usedDatabaseSize: z.number() });

/** Bytes that the indexes of the engine take, without pages that are free again. */
export async function usedBytes(): Promise<number> {
  const { MEILI_URL, MEILI_MASTER_KEY } = loadEnv();
  const answer = await fetch(new URL('/stats', MEILI_URL), {
    headers: { authorization: `Bearer ${MEILI_MASTER_KEY}` },
  });
  return stats.parse(await answer.json()).usedDatabaseSize;
}
