import { UnitOfWork } from '../../src/core/database/index.js';
import { PersonalData } from '../../src/core/privacy/index.js';
import { ProfileReader, ProfilesModule } from '../../src/modules/profiles/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { change, eventsOf, mutation, NOBODY, rowCounts, withKey } from './profiles.support.js';

/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the files of a profile', () => {
  let app: TestApp;
  let profile: TestProfile;

  beforeAll(async () => {
    app = await createTestApp({ modules: [ProfilesModule] });
  });
  beforeEach(async () => {
    profile = await createProfile(app);
  });
  afterAll(() => app.close());

  const upload = (as: TestAccount = profile.person, purpose = 'portfolioFile') =>
    uploadFile(app, as, { purpose, fileName: '焊缝.png', bytes: PNG });
  const add = (fileId: string, as = profile.person) =>
    change(app, 'addPortfolioFile', withKey({ fileId, title: '焊缝照片' }), as);
  const remove = (fileId: string, as = profile.person) =>
    change(app, 'removePortfolioFile', { fileId }, as);
  const isStored = async (fileId: string) =>
    (await app.database.pool.query('select from stored_files where id = $1', [fileId])).rowCount;

  it('are added, downloaded and taken out for good', async () => {
    const fileId = await upload();
    const added = await add(fileId);
    expect(added.userErrors).toEqual([]);
    const [file] = added.profile?.['portfolio'] as { downloadUrl: string }[];
    expect(file).toMatchObject({ fileId, title: '焊缝照片', sizeBytes: PNG.length });
    const { pathname, search } = new URL(file?.downloadUrl ?? '');
    const download = await app.http({ url: pathname + search });
    expect([download.status, download.body.equals(PNG)]).toEqual([200, true]);
    const snapshot = await app.get(ProfileReader).snapshot(profile.id);
    expect(snapshot.portfolio).toEqual([{ fileId, title: '焊缝照片' }]);

    expect((await remove(fileId)).profile?.['portfolio']).toEqual([]);
    expect(await isStored(fileId)).toBe(0);
    expect(await eventsOf(app, profile.id)).toHaveLength(2);
  });

  it('are one’s own, uploaded for this, and not there twice', async () => {
    const stranger = await createProfile(app);
    const theirs = await upload(stranger.person);
    const notFound = [{ code: 'REQUEST_NOT_FOUND', field: ['fileId'] }];
    const before = await rowCounts(app);
    expect((await add(theirs)).userErrors).toEqual(notFound);
    expect((await add(NOBODY)).userErrors).toEqual(notFound);
    expect((await add('none')).userErrors).toEqual([
      { code: 'INPUT_MALFORMED', field: ['fileId'] },
    ]);
    expect(await rowCounts(app)).toEqual(before);
    const evidence = await upload(profile.person, 'organisationEvidence');
    expect((await add(evidence)).userErrors).toEqual([
      { code: 'FILE_WRONG_PURPOSE', field: ['fileId'] },
    ]);
    const fileId = await upload();
    await add(fileId);
    expect((await add(fileId)).userErrors).toEqual([
      { code: 'FILE_ALREADY_ATTACHED', field: ['fileId'] },
    ]);
    expect((await remove(fileId, stranger.person)).userErrors).toEqual(notFound);
    expect((await remove(NOBODY)).userErrors).toEqual(notFound);
    expect(await isStored(fileId)).toBe(1);
  });

  it('are ten at most, and belong to a profile', async () => {
    for (let made = 0; made < 10; made++)
      expect((await add(await upload())).userErrors).toEqual([]);
    expect((await add(await upload())).userErrors).toEqual([
      { code: 'PORTFOLIO_FULL', field: null },
    ]);
    const nobody = await createAccount(app);
    expect((await add(await upload(nobody), nobody)).userErrors).toEqual([
      { code: 'PROFILE_MISSING', field: null },
    ]);
    expect((await remove(NOBODY, nobody)).userErrors).toEqual([
      { code: 'PROFILE_MISSING', field: null },
    ]);
    const { errors } = await app.gql(mutation('removePortfolioFile'), {
      input: { fileId: NOBODY },
    });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('go with the person when the account is closed, and nothing personal stays', async () => {
    const fileId = await upload();
    await add(fileId);
    const enterprise = await createEnterpriseWithRecruiter(app);
    await change(
      app,
      'changeProfileVisibility',
      { version: 2, visibility: 'EVERYONE', hiddenEmployerIds: [enterprise.id] },
      profile.person,
    );
    const data = app.get(PersonalData);
    const { id: accountId } = profile.person.account;
    expect((await data.exportFor(accountId))['jobSeekerProfile']).toMatchObject({
      fullName: profile.fullName,
      skills: [{ name: '氩弧焊' }],
      visibility: 'EVERYONE',
      hiddenFromOrganisationIds: [enterprise.id],
      portfolio: [{ fileId, title: '焊缝照片' }],
    });
    await app.get(UnitOfWork).run(() => data.eraseFor(accountId));
    const { rows } = await app.database.pool.query(
      `select full_name, headline, summary, home_region_id, education_level_code, visibility, is_active,
        (select count(*)::int from profile_skills where profile_id = p.id) as skills,
        (select count(*)::int from job_intentions where profile_id = p.id) as intentions,
        (select count(*)::int from education_entries where profile_id = p.id) as educations,
        (select count(*)::int from profile_hidden_employers where profile_id = p.id) as hidden
       from job_seeker_profiles p where id = $1`,
      [profile.id],
    );
    expect(rows).toEqual([
      {
        full_name: null,
        headline: null,
        summary: null,
        home_region_id: null,
        education_level_code: null,
        visibility: 'employers_i_apply_to',
        is_active: false,
        skills: 0,
        intentions: 0,
        educations: 0,
        hidden: 0,
      },
    ]);
    expect(await isStored(fileId)).toBe(0);
    expect(
      (await data.exportFor((await createAccount(app)).account.id))['jobSeekerProfile'],
    ).toBeNull();
  });
});
