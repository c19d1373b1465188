import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WANTED_MAJOR = 24;

/**
 * The Node 24 that came with the dependencies; the running one when it is new enough; null otherwise.
 *
 * @param {string} root
 * @param {{ platform?: string, arch?: string, version?: string, execPath?: string }} [host]
 * @returns {string | null}
 */
export function findNode(root, host = {}) {
  const { platform = process.platform, arch = process.arch } = host;
  const { version = process.versions.node, execPath = process.execPath } = host;
  const system = platform === 'win32' ? 'win' : platform;
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [`node-${system}-${arch}`, `node-bin-${system}-${arch}`].flatMap((name) => [
    join(root, 'node_modules', name, 'bin', program),
    join(root, 'node_modules', name, program),
  ]);
  const bundled = candidates.find((file) => existsSync(file));
  if (Number(version.split('.')[0]) >= WANTED_MAJOR) return execPath;
  return bundled ?? null;
}

/** @param {string} version */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}
