import { ProfilesModule } from '../../src/modules/profiles/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  change,
  eventsOf,
  mutation,
  NOBODY,
  rowCounts,
  SECTIONS,
  withKey,
  type ProfileAnswer,
} from './profiles.support.js';

describe('the own profile', () => {
  let app: TestApp;
  let person: TestAccount;

  beforeAll(async () => {
    app = await createTestApp({ modules: [ProfilesModule] });
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  beforeEach(async () => {
    person = await createAccount(app);
  });
  afterAll(() => app.close());

  const create = (input: object = {}) =>
    change(app, 'createProfile', withKey({ fullName: '王芳', ...input }), person);
  const made = async (input: object = {}): Promise<NonNullable<ProfileAnswer['profile']>> => {
    const { profile, userErrors } = await create(input);
    if (!profile) throw new Error(JSON.stringify(userErrors));
    return profile;
  };

  it('is created once, with what is still missing', async () => {
    const { profile, userErrors } = await create({
      headline: '  持证焊工  ',
      summary: '两年经验\n可倒班',
      homeRegionCode: REGION.industrialParkFormerly,
      availableFrom: '2027-07-01',
    });
    expect(userErrors).toEqual([]);
    expect(profile).toMatchObject({
      version: 1,
      fullName: '王芳',
      headline: '持证焊工',
      summary: '两年经验\n可倒班',
      homeRegion: { code: REGION.industrialPark },
      availableFrom: '2027-07-01',
      isActive: true,
      visibility: 'EMPLOYERS_I_APPLY_TO',
      hiddenEmployers: [],
      portfolio: [],
      completeness: {
        isComplete: false,
        share: 0.4,
        missing: ['INTENTIONS', 'EDUCATION', 'SKILLS'],
      },
    });
    expect(await eventsOf(app, profile?.id ?? '')).toEqual(['profiles.profileChanged']);
    expect((await create()).userErrors).toEqual([{ code: 'PROFILE_EXISTS', field: null }]);
    const { data } = await app.gql(`{ me { profile { id fullName } } }`, {}, { as: person });
    expect(data.me.profile).toEqual({ id: profile?.id, fullName: '王芳' });
  });

  it('is created once also when two requests race, and the key answers a repeated one', async () => {
    const input = withKey({ fullName: '王芳' });
    const first = await Promise.all([
      change(app, 'createProfile', input, person),
      create({ fullName: '王方' }),
    ]);
    expect(first.map(({ userErrors }) => userErrors[0]?.code ?? 'created').sort()).toEqual([
      'PROFILE_EXISTS',
      'created',
    ]);
    const other = await createAccount(app);
    const key = withKey({ fullName: '李强' });
    const one = await change(app, 'createProfile', key, other);
    expect(await change(app, 'createProfile', key, other)).toEqual(one);
    expect(
      (await change(app, 'createProfile', { ...key, fullName: '李雷' }, other)).userErrors,
    ).toEqual([{ code: 'REQUEST_IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }]);
  });

  it.each([
    [{ fullName: '' }, 'INPUT_REQUIRED', ['fullName']],
    [{ fullName: '12345' }, 'INPUT_MALFORMED', ['fullName']],
    [{ fullName: '王'.repeat(51) }, 'INPUT_TOO_LONG', ['fullName']],
    [{ headline: 'x'.repeat(61) }, 'INPUT_TOO_LONG', ['headline']],
    [{ headline: 'a\u0007' }, 'INPUT_CONTROL_CHARACTERS', ['headline']],
    [{ homeRegionCode: '999999' }, 'REFERENCE_UNKNOWN_REGION', ['homeRegionCode']],
  ])('is not created with %j', async (input, code, field) => {
    const before = await rowCounts(app);
    expect(await create(input)).toEqual({ profile: null, userErrors: [{ code, field }] });
    expect(await rowCounts(app)).toEqual(before);
  });

  it('is edited against the version one has seen', async () => {
    const { id } = await made({ headline: '焊工', homeRegionCode: REGION.suzhou });
    const edit = (version: number, changes: object) =>
      change(app, 'editProfile', { version, changes }, person);
    const { profile } = await edit(1, { headline: null, isActive: false, fullName: '王小芳' });
    expect(profile).toMatchObject({
      version: 2,
      fullName: '王小芳',
      headline: null,
      isActive: false,
      homeRegion: { code: REGION.suzhou },
    });
    expect((await edit(1, { headline: '旧' })).userErrors).toEqual([
      { code: 'REQUEST_STALE', field: ['version'] },
    ]);
    expect((await edit(2, {})).profile).toMatchObject({ version: 2 });
    expect((await edit(2, { homeRegionCode: '000000' })).userErrors).toEqual([
      { code: 'REFERENCE_UNKNOWN_REGION', field: ['changes', 'homeRegionCode'] },
    ]);
    expect((await edit(2, { homeRegionCode: null })).profile).toMatchObject({ homeRegion: null });
    expect(await eventsOf(app, id)).toEqual(Array(3).fill('profiles.profileChanged'));
  });

  it('takes one of two edits that race', async () => {
    await made();
    const answers = await Promise.all(
      ['一', '二'].map((headline) =>
        change(app, 'editProfile', { version: 1, changes: { headline } }, person),
      ),
    );
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'edited').sort()).toEqual([
      'REQUEST_STALE',
      'edited',
    ]);
  });

  it('is hidden from organisations by name', async () => {
    const enterprise = await createOrganisation(app);
    const unverified = await createOrganisation(app, { standing: 'UNVERIFIED' });
    const { id } = await made();
    const show = (version: number, input: object) =>
      change(app, 'changeProfileVisibility', { version, visibility: 'EVERYONE', ...input }, person);
    const { profile } = await show(1, { hiddenEmployerIds: [enterprise.id, enterprise.id] });
    expect(profile).toMatchObject({
      visibility: 'EVERYONE',
      hiddenEmployers: [{ id: enterprise.id }],
    });
    expect((await show(2, {})).profile?.['hiddenEmployers']).toEqual([{ id: enterprise.id }]);
    for (const stranger of [NOBODY, unverified.id])
      expect((await show(3, { hiddenEmployerIds: [enterprise.id, stranger] })).userErrors).toEqual([
        { code: 'PROFILE_NOT_AN_EMPLOYER', field: ['hiddenEmployerIds', '1'] },
      ]);
    expect((await show(3, { hiddenEmployerIds: [] })).profile?.['hiddenEmployers']).toEqual([]);
    expect(await eventsOf(app, id)).toHaveLength(4);
  });

  it.each([
    'createProfile',
    'editProfile',
    'changeProfileVisibility',
    ...SECTIONS.map(([name]) => name),
  ])('%s is for people who are signed in, and touches nobody else’s profile', async (name) => {
    const other = await createProfile(app);
    const inputs: Record<string, object> = {
      createProfile: withKey({ fullName: '王芳' }),
      editProfile: { version: 1, changes: { headline: 'x' } },
      changeProfileVisibility: { version: 1, visibility: 'EVERYONE' },
      ...Object.fromEntries(SECTIONS.map(([key, section]) => [key, { version: 1, [section]: [] }])),
    };
    const { errors } = await app.gql(mutation(name), { input: inputs[name] });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await change(app, name, inputs[name] ?? {}, person);
    const { rows } = await app.database.pool.query(
      'select version from job_seeker_profiles where id = $1',
      [other.id],
    );
    expect(rows).toEqual([{ version: 1 }]);
  });
});
