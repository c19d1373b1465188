import type { Actor, Grant } from '../../../core/auth/index.js';
import { bureauInCharge, isInCharge, isMember, maySeeInternals } from './organisation.policy.js';

const actor = (grants: readonly Partial<Grant>[], rest: Partial<Actor> = {}): Actor => ({
  kind: 'ACCOUNT',
  accountId: 'person',
  sessionId: null,
  apiKeyId: null,
  isAdministrator: false,
  scopes: null,
  grants: grants.map((grant) => ({
    organisationId: 'bureau',
    organisationKind: 'HR_BUREAU',
    role: 'OFFICER',
    isInGoodStanding: true,
    regionId: 'city',
    ...grant,
  })),
  ...rest,
});
const enterprise = {
  id: 'enterprise',
  kind: 'ENTERPRISE' as const,
  regionAncestorIds: ['province', 'city', 'district'],
};
const cityBureau = {
  id: 'bureau',
  kind: 'HR_BUREAU' as const,
  regionAncestorIds: ['province', 'city'],
};

describe('who is in charge of an organisation', () => {
  it.each([
    ['the bureau of its region', { regionId: 'district' }, 'bureau'],
    ['the bureau of a region above', { regionId: 'province' }, 'bureau'],
    ['not a bureau elsewhere', { regionId: 'other' }, null],
    ['not a bureau without a region', { regionId: null }, null],
    ['not a bureau that has lapsed', { isInGoodStanding: false }, null],
    ['not somebody who only reads there', { role: 'VIEWER' }, null],
    ['not an organisation of another kind', { organisationKind: 'COLLEGE' }, null],
  ])('%s', (_, grant, expected) => {
    expect(bureauInCharge(actor([grant]), enterprise)).toBe(expected);
  });

  it('is the nearest of several', () => {
    const officer = actor([
      { organisationId: 'far', regionId: 'province' },
      { organisationId: 'near', regionId: 'district' },
      { organisationId: 'middle', regionId: 'city' },
    ]);
    expect(bureauInCharge(officer, enterprise)).toBe('near');
  });

  it('is for a bureau one above, or the platform, and neither itself nor its neighbour', () => {
    expect(isInCharge(actor([{ regionId: 'province' }]), cityBureau)).toBe(true);
    expect(isInCharge(actor([{}]), cityBureau)).toBe(false);
    expect(isInCharge(actor([{ organisationId: 'neighbour' }]), cityBureau)).toBe(false);
    const platform = actor([], { isAdministrator: true });
    expect(isInCharge(platform, cityBureau)).toBe(true);
    expect(isInCharge(platform, enterprise)).toBe(false);
  });

  it('takes a key of an organisation for no member of it', () => {
    const key = actor([{ organisationId: 'enterprise', organisationKind: 'ENTERPRISE' }], {
      kind: 'API_KEY',
      accountId: null,
      scopes: [],
    });
    expect(isMember(key, 'enterprise')).toBe(false);
    expect(maySeeInternals(key, enterprise)).toBe(false);
  });
});
