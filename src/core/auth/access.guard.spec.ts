import { isAllowed } from './access.guard.js';
import { ANONYMOUS, SYSTEM, type Actor } from './actor.js';
import { definePermission } from './permissions.js';

const permission = definePermission('SAMPLE_GUARDED', { kinds: ['COLLEGE'], roles: ['OFFICER'] });
const platform = definePermission('SAMPLE_PLATFORM', { kinds: [], roles: [], platform: true });

const account: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId: 'a1' };
const member = (part: object): Actor => ({
  ...account,
  grants: [
    {
      organisationId: 'o1',
      organisationKind: 'COLLEGE',
      role: 'OFFICER',
      isInGoodStanding: true,
      regionId: null,
      ...part,
    },
  ],
});
const key: Actor = { ...member({}), kind: 'API_KEY', accountId: null, apiKeyId: 'k1' };

describe('isAllowed', () => {
  it.each<[string, Actor, boolean, boolean, boolean]>([
    ['nobody', ANONYMOUS, true, false, false],
    ['an account', account, true, true, false],
    ['a member with the role', member({}), true, true, true],
    ['a member with another role', member({ role: 'VIEWER' }), true, true, false],
    ['a member of another kind', member({ organisationKind: 'ENTERPRISE' }), true, true, false],
    ['a member whose organisation lapsed', member({ isInGoodStanding: false }), true, true, false],
    ['a key without limits', key, true, false, true],
    ['a key limited to it', { ...key, scopes: ['SAMPLE_GUARDED'] }, true, false, true],
    ['a key limited to others', { ...key, scopes: ['OTHER'] }, true, false, false],
    ['the platform itself', SYSTEM, true, true, true],
  ])('%s', (_, actor, isPublic, isAuthenticated, isPermitted) => {
    expect(isAllowed({ kind: 'public' }, actor)).toBe(isPublic);
    expect(isAllowed({ kind: 'authenticated' }, actor)).toBe(isAuthenticated);
    expect(isAllowed({ kind: 'permission', permission }, actor)).toBe(isPermitted);
  });

  it('lets administrators of the platform do what is theirs, and nobody else', () => {
    const rule = { kind: 'permission', permission: platform } as const;
    expect(isAllowed(rule, { ...account, isAdministrator: true })).toBe(true);
    expect(isAllowed(rule, account)).toBe(false);
    expect(
      isAllowed({ kind: 'permission', permission }, { ...account, isAdministrator: true }),
    ).toBe(false);
  });
});
