import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  contentHash,
  differences,
  forgetInstalled,
  missingPackages,
  rememberInstalled,
} from './lock-comparison.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };

describe('comparing the lockfile with what is installed', () => {
  it('finds nothing missing when both name the same packages', () => {
    expect(differences({ 'node_modules/a': a }, { 'node_modules/a': a }, true)).toEqual([]);
  });

  it('names a package that is absent, of another version or of other content', () => {
    const wanted = { 'node_modules/a': a, 'node_modules/b': a, 'node_modules/c': a };
    const installed = {
      'node_modules/b': { ...a, version: '1.0.1' },
      'node_modules/c': { ...a, integrity: 'sha512-c' },
    };
    expect(differences(wanted, installed, true)).toEqual([
      'node_modules/a',
      'node_modules/b',
      'node_modules/c',
    ]);
  });

  it('does not ask for an optional package of another platform, nor for the project itself', () => {
    const wanted = { '': {}, 'node_modules/a': { ...a, optional: true } };
    expect(differences(wanted, {}, true)).toEqual([]);
  });

  it('asks for development packages only where they are wanted', () => {
    const wanted = { 'node_modules/a': { ...a, dev: true } };
    expect(differences(wanted, {}, false)).toEqual([]);
    expect(differences(wanted, {}, true)).toEqual(['node_modules/a']);
  });
});

describe('the lockfile of this repository', () => {
  interface Entry {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const file = join(import.meta.dirname, '..', '..', 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };

  it('has the packages of every platform, or `npm ci` refuses it', () => {
    const isThere = (from: string, name: string): boolean => {
      for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
        if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
        if (at === '') return false;
      }
    };
    const missing = Object.entries(packages).flatMap(([from, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !isThere(from, name))
        .map((name) => `${from}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('a checkout', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gongqiao-lock-'));
    writeFileSync(join(root, 'package-lock.json'), lockfile(a));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const lockfile = (entry: object): string =>
    JSON.stringify({ packages: { 'node_modules/a': entry } });
  const install = (): void => {
    mkdirSync(join(root, 'node_modules', 'a'), { recursive: true });
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), lockfile(a));
  };

  it('needs everything when nothing was installed', () => {
    expect(missingPackages(root, { withDev: true })).toEqual(['node_modules']);
  });

  it('needs nothing after an installation, and again after the lockfile changed', () => {
    install();
    expect(missingPackages(root, { withDev: true })).toEqual([]);
    writeFileSync(join(root, 'package-lock.json'), lockfile({ ...a, version: '2.0.0' }));
    expect(missingPackages(root, { withDev: true })).toEqual(['node_modules/a']);
  });

  it('finds a package folder that was deleted, unless the lockfile is remembered as complete', () => {
    install();
    rmSync(join(root, 'node_modules', 'a'), { recursive: true });
    expect(missingPackages(root, { withDev: true })).toEqual(['node_modules/a']);
    rememberInstalled(root, { withDev: true });
    expect(missingPackages(root, { withDev: true })).toEqual([]);
    forgetInstalled(root);
    expect(missingPackages(root, { withDev: true })).toEqual(['node_modules/a']);
  });

  it('has a content hash that changes with content and names, not with times', () => {
    mkdirSync(join(root, 'src', 'deep'), { recursive: true });
    writeFileSync(join(root, 'src', 'deep', 'x.ts'), 'one');
    const before = contentHash(root, ['src', 'missing']);
    writeFileSync(join(root, 'src', 'deep', 'x.ts'), 'one');
    expect(contentHash(root, ['src', 'missing'])).toBe(before);
    writeFileSync(join(root, 'src', 'deep', 'x.ts'), 'two');
    expect(contentHash(root, ['src', 'missing'])).not.toBe(before);
    writeFileSync(join(root, 'src', 'deep', 'x.ts'), 'one');
    writeFileSync(join(root, 'src', 'deep', 'y.spec.ts'), 'a spec');
    expect(contentHash(root, ['src'], (file: string) => !file.endsWith('spec.ts'))).toBe(before);
  });
});
