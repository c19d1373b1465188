import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout; this file is at src/launch or dist/launch, two folders below it. */
export const ROOT = resolve(
  process.env.GONGQIAO_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
);

export function inRoot(...parts: readonly string[]): string {
  return resolve(ROOT, ...parts);
}
