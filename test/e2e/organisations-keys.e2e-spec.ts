import { randomUUID } from 'node:crypto';
import { definePermission } from '../../src/core/auth/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  NOBODY,
  MEMBERS,
  CREATE_KEY,
  REVOKE_KEY,
  KEYS,
  expectNoTrace,
  refusalsOf,
  refusedWith,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

definePermission('SPEC_ORGANISATION_KEY', { kinds: ['ENTERPRISE'], roles: ['ADMINISTRATOR'] });

describe('API keys of an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const act = (query: string, as: TestAccount | null, input: object) =>
    app.gql(query, { input }, { as });

  const create = (as: TestAccount | null, organisationId: string, changes: object = {}) =>
    act(CREATE_KEY, as, {
      idempotencyKey: randomUUID(),
      organisationId,
      name: '招聘系统',
      scopes: ['SPEC_ORGANISATION_KEY'],
      ...changes,
    });

  it('are shown once, kept as a hash, and refuse what only a person may do', async () => {
    const { id, administrator } = await createOrganisation(app);
    const input = {
      idempotencyKey: randomUUID(),
      organisationId: id,
      name: '招聘系统',
      scopes: ['SPEC_ORGANISATION_KEY'],
    };
    const { data } = await act(CREATE_KEY, administrator, input);
    const { token, apiKey } = data.createApiKey as { token: string; apiKey: { id: string } };
    expect(token).toMatch(/^gqk_[\w-]{43}$/);
    expect(apiKey).toEqual({
      id: expect.any(String) as string,
      name: '招聘系统',
      tokenPrefix: token.slice(0, 10),
      scopes: ['SPEC_ORGANISATION_KEY'],
      expiresAt: '2027-11-22T16:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      createdBy: { id: administrator.account.id },
    });
    const again = await act(CREATE_KEY, administrator, input);
    expect(again.data.createApiKey).toEqual({ apiKey, token: null, userErrors: [] });
    const everything = await app.database.pool.query(
      `select (select jsonb_agg(to_jsonb(k)) from api_keys k) as keys, (select jsonb_agg(to_jsonb(i)) from idempotency_keys i) as answers,
        (select jsonb_agg(to_jsonb(a)) from audit_entries a) as audit`,
    );
    expect(JSON.stringify(everything.rows)).not.toContain(token.slice(10));
    expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('FORBIDDEN');
    expect(refusedWith(await app.gql(MEMBERS, { id }, { as: token }))).toBe('FORBIDDEN');
  });

  it('are ended by revoking', async () => {
    const { id, administrator } = await createOrganisation(app);
    const { data } = await create(administrator, id);
    const { token, apiKey } = data.createApiKey as { token: string; apiKey: { id: string } };
    expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('FORBIDDEN');
    const revoked = await act(REVOKE_KEY, administrator, { apiKeyId: apiKey.id });
    expect(revoked.data.revokeApiKey.apiKey).toEqual({
      id: apiKey.id,
      revokedAt: '2026-11-22T02:00:00.000Z',
    });
    expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('UNAUTHENTICATED');
    const twice = await expectNoTrace(app, () =>
      act(REVOKE_KEY, administrator, { apiKeyId: apiKey.id }),
    );
    expect(refusalsOf(twice, 'revokeApiKey')).toEqual([{ code: 'API_KEY_REVOKED', field: null }]);
    const { data: list } = await app.gql(KEYS, { id }, { as: administrator });
    expect(list.apiKeys).toEqual([
      {
        id: apiKey.id,
        lastUsedAt: '2026-11-22T02:00:00.000Z',
        revokedAt: '2026-11-22T02:00:00.000Z',
      },
    ]);
  });

  it.each([
    [
      'a permission no module declares',
      { scopes: ['EVERYTHING'] },
      'API_KEY_SCOPE_UNKNOWN',
      ['scopes', '0'],
    ],
    [
      'a permission only persons have',
      { scopes: ['ORGANISATION_MANAGE'] },
      'API_KEY_SCOPE_UNKNOWN',
      ['scopes', '0'],
    ],
    [
      'a permission twice',
      { scopes: ['SPEC_ORGANISATION_KEY', 'SPEC_ORGANISATION_KEY'] },
      'API_KEY_SCOPE_REPEATED',
      ['scopes', '1'],
    ],
    ['no permission', { scopes: [] }, 'INPUT_REQUIRED', ['scopes']],
    ['an end today', { expiresOn: '2026-11-22' }, 'API_KEY_EXPIRY_OUT_OF_RANGE', ['expiresOn']],
    [
      'an end beyond a year',
      { expiresOn: '2027-11-23' },
      'API_KEY_EXPIRY_OUT_OF_RANGE',
      ['expiresOn'],
    ],
    ['no name', { name: ' ' }, 'INPUT_REQUIRED', ['name']],
  ])('are refused for %s', async (_, changes, code, field) => {
    const { id, administrator } = await createOrganisation(app);
    const answer = await expectNoTrace(app, () => create(administrator, id, changes));
    expect(refusalsOf(answer, 'createApiKey')).toEqual([{ code, field }]);
    expect(answer.data.createApiKey.token).toBeNull();
  });

  it('are at most twenty at a time, also when asked for at once', async () => {
    const { id, administrator } = await createOrganisation(app);
    const answers = await Promise.all(Array.from({ length: 22 }, () => create(administrator, id)));
    const refused = answers.flatMap((answer) => refusalsOf(answer, 'createApiKey'));
    expect(refused).toEqual(
      Array.from({ length: 2 }, () => ({ code: 'API_KEY_TOO_MANY', field: null })),
    );
  });

  it('are made and seen by administrators of the organisation only', async () => {
    const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
    const other = await createOrganisation(app);
    const { data } = await create(administrator, id);
    const input = { apiKeyId: data.createApiKey.apiKey.id };
    await expectNoTrace(app, async () => {
      for (const [as, code] of [
        [null, 'UNAUTHENTICATED'],
        [await createAccount(app), 'FORBIDDEN'],
        [recruiter, 'FORBIDDEN'],
      ] as const) {
        expect(refusedWith(await create(as, id))).toBe(code);
        expect(refusedWith(await act(REVOKE_KEY, as, input))).toBe(code);
        expect(refusedWith(await app.gql(KEYS, { id }, { as }))).toBe(code);
      }
      expect(refusalsOf(await create(other.administrator, id), 'createApiKey')).toEqual([
        { code: NOT_FOUND, field: ['organisationId'] },
      ]);
      const foreign = await act(REVOKE_KEY, other.administrator, input);
      const unknown = await act(REVOKE_KEY, other.administrator, { apiKeyId: NOBODY });
      expect(foreign.data).toEqual(unknown.data);
      expect((await app.gql(KEYS, { id }, { as: other.administrator })).data.apiKeys).toBeNull();
    });
  });
});
