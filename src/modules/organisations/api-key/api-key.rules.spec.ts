import { definePermission } from '../../../core/auth/index.js';
import { DomainError } from '../../../core/errors/index.js';
import {
  checkScopes,
  delegable,
  hashToken,
  isApiToken,
  keyExpiry,
  newApiToken,
  shownPart,
} from './api-key.rules.js';

definePermission('SPEC_DELEGABLE', { kinds: ['ENTERPRISE'], roles: ['OFFICER'] });
definePermission('SPEC_OF_COLLEGES', { kinds: ['COLLEGE'], roles: ['OFFICER'] });

function refusal(act: () => unknown): [string, readonly string[] | null] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('API keys', () => {
  it('have tokens of 256 random bits that are told from sessions’', () => {
    const token = newApiToken();
    expect(isApiToken(token)).toBe(true);
    expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32);
    expect(newApiToken()).not.toBe(token);
    expect(isApiToken(token.replace('gqk_', 'gqs_'))).toBe(false);
    expect(isApiToken(`${token}x`)).toBe(false);
  });

  it('show and keep nothing a token could be made from', () => {
    expect(shownPart('gqk_abcdefghijkl')).toBe('gqk_abcdef');
    expect(hashToken('gqk_a')).toHaveLength(43);
  });

  it('are given permissions of their kind, and none that only a person has', () => {
    expect(delegable('ENTERPRISE')).toEqual(['SPEC_DELEGABLE']);
    expect(delegable('HR_BUREAU')).toEqual([]);
    expect(checkScopes('ENTERPRISE', ['SPEC_DELEGABLE'])).toBeUndefined();
    for (const scope of ['ORGANISATION_MANAGE', 'SPEC_OF_COLLEGES', 'NO_SUCH', ''])
      expect(refusal(() => checkScopes('ENTERPRISE', ['SPEC_DELEGABLE', scope]))).toEqual([
        'API_KEY_SCOPE_UNKNOWN',
        ['scopes', '1'],
      ]);
    expect(refusal(() => checkScopes('ENTERPRISE', ['SPEC_DELEGABLE', 'SPEC_DELEGABLE']))).toEqual([
      'API_KEY_SCOPE_REPEATED',
      ['scopes', '1'],
    ]);
  });

  it('end within a year', () => {
    expect(keyExpiry('2026-11-22', null)).toEqual(new Date('2027-11-23T00:00:00+08:00'));
    expect(keyExpiry('2026-11-22', '2026-11-23')).toEqual(new Date('2026-11-24T00:00:00+08:00'));
    for (const day of ['2026-11-22', '2027-11-23'])
      expect(refusal(() => keyExpiry('2026-11-22', day))).toEqual([
        'API_KEY_EXPIRY_OUT_OF_RANGE',
        ['expiresOn'],
      ]);
  });
});
