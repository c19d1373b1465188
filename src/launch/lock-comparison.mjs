import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Plain Node without dependencies: this runs before anything is installed, on Node 20.19 or newer.

const STAMP = '.gongqiao-lock';

/** @param {string | Buffer} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * What `npm ci` would have to repair below `root`; an empty list when nothing is missing.
 * Comparing is skipped while the lockfile is the one that was last found complete.
 *
 * @param {string} root folder with package-lock.json and node_modules
 * @param {{ withDev: boolean }} options
 * @returns {string[]}
 */
export function missingPackages(root, { withDev }) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = stampOf(lockText, withDev);
  const stampFile = join(root, 'node_modules', STAMP);
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return ['node_modules'];
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return [];

  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const missing = differences(JSON.parse(lockText).packages, installed, withDev).concat(
    Object.keys(installed).filter((path) => !existsSync(join(root, path))),
  );
  if (missing.length === 0) writeFileSync(stampFile, stamp);
  return missing;
}

/**
 * @param {Record<string, any>} wanted
 * @param {Record<string, any>} installed
 * @param {boolean} withDev
 * @returns {string[]}
 */
export function differences(wanted, installed, withDev) {
  return Object.entries(wanted)
    .filter(([path, entry]) => {
      if (path === '' || (!withDev && entry.dev)) return false;
      const present = installed[path];
      if (present === undefined) return !entry.optional && !entry.devOptional && !entry.peer;
      return present.version !== entry.version || present.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/** Remembers that the lockfile is fully installed, or forgets it. */
export function rememberInstalled(root, { withDev }) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  writeFileSync(join(root, 'node_modules', STAMP), stampOf(lockText, withDev));
}

export function forgetInstalled(root) {
  rmSync(join(root, 'node_modules', STAMP), { force: true });
}

function stampOf(lockText, withDev) {
  return `${sha256(lockText)} ${withDev ? 'all' : 'production'}\n`;
}

/**
 * One hash over names and contents of all files below some folders, so that a build runs only when its
 * sources changed, whatever the clock or git did to modification times.
 *
 * @param {string} root
 * @param {readonly string[]} paths files or folders below root; missing ones count as empty
 * @param {(path: string) => boolean} [accepts]
 */
export function contentHash(root, paths, accepts = () => true) {
  const hash = createHash('sha256');
  for (const file of paths
    .flatMap((path) => filesBelow(root, path))
    .filter(accepts)
    .sort()) {
    try {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
    } catch (error) {
      // A file that vanished meanwhile (an editor's draft) is simply not part of the sources.
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return hash.digest('hex');
}

function filesBelow(root, path) {
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const child = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, child) : [child];
  });
}
