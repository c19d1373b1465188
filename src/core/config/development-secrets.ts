import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settings, type SettingName } from './env.schema.js';
import type { Setting } from './setting.js';

const SECRETS_FILE = 'secrets.json';
const fileShape = z.record(z.string(), z.string());

/**
 * The secrets of a development checkout: made at random once, kept in a file only its owner can read,
 * so that sessions and encrypted fields outlive a restart. Several processes may start at once; all end
 * up with the file that was there first.
 */
export function developmentSecrets(
  dataDir: string,
  wanted: readonly SettingName[],
): Readonly<Record<string, string>> {
  const names = wanted.filter((name) => (settings[name] as Setting).generate !== undefined);
  if (names.length === 0) return {};
  const file = join(dataDir, SECRETS_FILE);
  const kept = readSecrets(file);
  const missing = names.filter((name) => kept?.[name] === undefined);
  if (kept !== null && missing.length === 0) return pick(kept, names);

  const all: Record<string, string> = { ...kept };
  for (const name of kept === null ? generatedNames() : missing) {
    const entry: Setting = settings[name];
    if (entry.generate !== undefined) all[name] = entry.generate(randomBytes);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  try {
    if (kept !== null) rmSync(file, { force: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return pick(readSecrets(file) ?? all, names);
}

function generatedNames(): readonly SettingName[] {
  return (Object.keys(settings) as SettingName[]).filter(
    (name) => (settings[name] as Setting).generate !== undefined,
  );
}

function readSecrets(file: string): Record<string, string> | null {
  try {
    return fileShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `${file} holds the development secrets but cannot be read; repair it, or delete it together with the development database.`,
      { cause: error },
    );
  }
}

function pick(
  secrets: Readonly<Record<string, string>>,
  names: readonly SettingName[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => (secrets[name] === undefined ? [] : [[name, secrets[name]]])),
  );
}
