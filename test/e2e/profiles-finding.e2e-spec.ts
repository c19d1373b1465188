import { ProfilesModule } from '../../src/modules/profiles/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { ProfileEntriesRepository } from '../../src/modules/profiles/profile/profile-entries.repository.js';
import { createAccount } from '../factories/account.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { OCCUPATION, REGION, regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { FIND, NOBODY, SEEN } from './profiles.support.js';

describe('finding job seekers', () => {
  let app: TestApp;
  let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;

  beforeAll(async () => {
    app = await createTestApp({ modules: [ProfilesModule] });
  });
  beforeEach(async () => {
    await app.database.truncateAll();
    enterprise = await createEnterpriseWithRecruiter(app);
  });
  afterAll(() => app.close());

  const seen = async (id: string, as: As) =>
    (await app.gql(SEEN, { id }, { as })).data.jobSeekerProfile as Record<string, unknown> | null;
  const found = async (filter: object = {}, as: As = enterprise.recruiter) => {
    const { data, errors } = await app.gql(FIND, { filter, first: 50 }, { as });
    if (errors) return errors[0]?.extensions.reason ?? errors[0]?.extensions.code;
    return (data.jobSeekerProfiles.nodes as { id: string }[]).map(({ id }) => id).sort();
  };

  it('shows officers of verified enterprises people without name and contacts', async () => {
    const profile = await createProfile(app, {
      fullName: '欧阳小芳',
      headline: '焊工，电话 13812345678',
      summary: '微信：wangfang_88，可倒班',
      skills: ['氩弧焊'],
    });
    await app.get(UnitOfWork).run(() =>
      app.get(ProfileEntriesRepository).replaceExperiences(profile.id, [
        {
          employerName: '甲公司',
          position: '焊工',
          occupationCode: null,
          description: '班组长，邮箱 fang@example.com',
          startedOn: null,
          endedOn: null,
        },
      ]),
    );
    expect(await seen(profile.id, enterprise.recruiter)).toEqual({
      id: profile.id,
      fullName: '欧***',
      headline: '焊工，电话 ****',
      summary: '微信：****，可倒班',
      visibility: null,
      hiddenEmployers: null,
      portfolio: null,
      jsonResume: null,
      experiences: [{ description: '班组长，邮箱 ****' }],
      skills: [{ name: '氩弧焊' }],
      isActive: true,
    });
    expect(await seen(profile.id, profile.person)).toMatchObject({
      fullName: '欧阳小芳',
      headline: '焊工，电话 13812345678',
      visibility: 'EVERYONE',
      experiences: [{ description: '班组长，邮箱 fang@example.com' }],
    });
  });

  it('shows nobody to anybody else, as if there were no such person', async () => {
    const { id } = await createProfile(app);
    const college = await createCollegeWithClerk(app);
    const viewer = await createAccount(app);
    await createOrganisation(app, { members: [{ account: viewer, role: 'VIEWER' }] });
    const lapsed = await createEnterpriseWithRecruiter(app, { standing: 'LAPSED' });
    const unverified = await createEnterpriseWithRecruiter(app, { standing: 'UNVERIFIED' });
    const strangers = [
      await createAccount(app),
      await createAccount(app, { isAdministrator: true }),
      (await createProfile(app)).person,
      college.clerk,
      viewer,
      lapsed.recruiter,
      unverified.recruiter,
    ];
    for (const stranger of strangers) {
      expect(await seen(id, stranger)).toBeNull();
      expect(await found({}, stranger)).toBe('FORBIDDEN');
    }
    expect(await seen(NOBODY, enterprise.recruiter)).toBeNull();
    expect(await seen('none', enterprise.recruiter)).toBeNull();
    expect(await found({}, null)).toBe('UNAUTHENTICATED');
    const { errors } = await app.gql(SEEN, { id });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('leaves out who does not want to be found, looks for nothing or hides', async () => {
    const open = await createProfile(app);
    const closed = await createProfile(app, { visibility: 'EMPLOYERS_I_APPLY_TO' });
    const inactive = await createProfile(app, { isActive: false });
    const hidden = await createProfile(app, { hiddenFrom: [enterprise.id] });
    expect(await found()).toEqual([open.id]);
    for (const { id } of [closed, inactive, hidden])
      expect(await seen(id, enterprise.recruiter)).toBeNull();
    const other = await createEnterpriseWithRecruiter(app);
    expect(await found({}, other.recruiter)).toEqual([open.id, hidden.id].sort());
    // Whoever works for both is hidden from as well.
    const both = await createAccount(app);
    await createOrganisation(app, { members: [{ account: both, role: 'OFFICER' }] });
    await app.database.pool.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at)
       values (uuidv7(), $1, $2, 'viewer', now())`,
      [enterprise.id, both.account.id],
    );
    expect(await found({}, both)).toEqual([open.id]);
    expect(await seen(hidden.id, both)).toBeNull();
  });

  it('finds by skill, occupation, place, education and major', async () => {
    const wish = (regionCode: string | null, occupationCode: string | null = null) => [
      {
        title: '工人',
        occupationCode,
        regionIds: regionCode === null ? [] : [regionId(regionCode)],
      },
    ];
    const welder = await createProfile(app, {
      skills: ['Ｐ LC'],
      intentions: wish(REGION.suzhou, OCCUPATION.welder),
      education: { levelCode: '31', rank: 50 },
      majorCode: '460301',
      regionCode: REGION.tongren,
    });
    const anywhere = await createProfile(app, {
      skills: ['护理'],
      intentions: wish(null),
      education: { levelCode: '21', rank: 60 },
      regionCode: REGION.tongren,
    });
    const settled = await createProfile(app, {
      skills: ['护理'],
      intentions: wish(REGION.tongren),
      education: { levelCode: '40', rank: 40 },
      regionCode: REGION.tongren,
    });
    const ids = (...profiles: { id: string }[]) => profiles.map(({ id }) => id).sort();
    expect(await found()).toEqual(ids(welder, anywhere, settled));
    expect(await found({ skill: 'plc' })).toEqual(ids(welder));
    expect(await found({ occupationCode: OCCUPATION.welder })).toEqual(ids(welder));
    expect(await found({ occupationCode: OCCUPATION.manufacturing })).toEqual(ids(welder));
    expect(await found({ regionCode: REGION.jiangsu })).toEqual(ids(welder, anywhere));
    expect(await found({ regionCode: REGION.guizhou })).toEqual(ids(welder, anywhere, settled));
    expect(await found({ educationAtLeast: '31' })).toEqual(ids(welder, anywhere));
    expect(await found({ majorCode: '460301', skill: 'PLC' })).toEqual(ids(welder));
    expect(await found({ skill: '焊' })).toEqual([]);
    expect(await found({ occupationCode: 'x' })).toBe('REFERENCE_UNKNOWN_OCCUPATION');
    expect(await found({ regionCode: '999999' })).toBe('REFERENCE_UNKNOWN_REGION');
    expect(await found({ educationAtLeast: 'x' })).toBe('REFERENCE_UNKNOWN_EDUCATION_LEVEL');
    expect(await found({ majorCode: 'x' })).toBe('REFERENCE_UNKNOWN_MAJOR');
  });

  it('pages through them', async () => {
    for (let made = 0; made < 3; made++) await createProfile(app);
    const page = async (after?: string) =>
      (await app.gql(FIND, { first: 2, after }, { as: enterprise.recruiter })).data
        .jobSeekerProfiles as {
        nodes: { id: string }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    const first = await page();
    expect([first.nodes.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([
      2,
      3,
      true,
    ]);
    const second = await page(first.pageInfo.endCursor);
    expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
  });
});
