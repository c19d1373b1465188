import { differences } from './lock-comparison.mjs';

describe('comparing the lockfile with what is installed', () => {
  it('finds nothing missing when both name the same packages', () => {
    const packages = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
    expect(differences(packages, packages, true)).toEqual([]);
  });
});
