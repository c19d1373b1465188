import { ProfilesModule } from '../../src/modules/profiles/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { OCCUPATION, REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { change, PROFILE, rowCounts, withKey } from './profiles.support.js';

const PREVIEW = `query ($document: String!) { jsonResumePreview(document: $document) {
  basics educationCount experienceCount skillCount certificateCount intentionCount
  skippedCount skipped { path reason }
} }`;
const IMPORT = `mutation ($input: ImportJsonResumeInput!) { importJsonResume(input: $input) { ${PROFILE} } }`;

/** As another program writes it, with much that a profile has no place for. */
const FOREIGN = {
  $schema: 'https://example.org/schema.json',
  basics: {
    name: 'Li Na',
    label: 'Nurse',
    email: 'li@example.org',
    phone: '13812345678',
    url: 'https://example.org',
    summary: 'Five years on a ward.',
    location: { countryCode: 'CN', region: '江苏', city: '苏州', postalCode: '215000' },
    profiles: [{ network: 'X', username: 'li' }],
  },
  work: [
    {
      name: '某医院',
      position: '护士',
      startDate: '2019-07',
      endDate: '2023',
      summary: '内科',
      highlights: ['夜班', '带教'],
      url: 'https://h.example',
    },
    { position: '没有单位' },
    { name: '甲', position: '乙', startDate: '2024-01-01', endDate: '2020-01-01' },
  ],
  education: [
    {
      institution: '苏州卫生职业技术学院',
      area: '护理',
      studyType: 'Associate',
      endDate: '2019-02-31',
      courses: ['解剖'],
    },
    { institution: '某大学', studyType: '某种学位' },
  ],
  skills: [
    { name: '静脉输液', level: '精通', keywords: ['留置针', ' 静脉输液 '] },
    { name: 'First aid', level: 'wizard' },
  ],
  certificates: [
    { name: '护士执业证书', date: '2019-10-01', issuer: '卫健委', url: 'https://c.example' },
  ],
  languages: [{ language: '英语', fluency: 'B2' }],
  interests: [],
  meta: { theme: 'flat' },
};

describe('JSON Resume', () => {
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

  const exported = async (as: TestAccount) =>
    (await app.gql(`{ me { profile { jsonResume } } }`, {}, { as })).data.me.profile
      .jsonResume as string;
  const take = async (document: unknown, version?: number, as = person) => {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    const input = withKey({ document: text, ...(version && { version }) });
    const { data, errors } = await app.gql(IMPORT, { input }, { as });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.importJsonResume as {
      profile: Record<string, unknown> | null;
      userErrors: object[];
    };
  };

  it('goes out and comes back without loss', async () => {
    const profile = await createProfile(app, {
      headline: '焊工',
      summary: '可倒班',
      availableFrom: '2027-07-01',
      skills: [
        { name: '氩弧焊', proficiency: 'EXPERT' },
        { name: 'PLC', proficiency: 'SKILLED' },
        { name: '钳工', proficiency: 'BASIC' },
        { name: '英语', proficiency: null },
      ],
      intentions: [
        {},
        {
          title: null,
          payPeriod: 'DAY',
          payMaxFen: null,
          payMinFen: 30_050n,
          engagementType: null,
          startFrom: '2027-01-01',
        },
      ],
    });
    const as = profile.person;
    await change(
      app,
      'replaceProfileEducations',
      {
        version: 1,
        educations: [
          {
            institution: '苏州卫生职业技术学院',
            collegeCode: '4132012688',
            educationLevelCode: '33',
            majorCode: '520201',
            startedOn: '2023-09-01',
            endedOn: '2026-06-30',
          },
        ],
      },
      as,
    );
    await change(
      app,
      'replaceProfileExperiences',
      {
        version: 2,
        experiences: [
          {
            employerName: '甲公司',
            position: '焊工',
            occupationCode: OCCUPATION.welder,
            description: '第一行\n第二行',
            startedOn: '2024-01-01',
          },
        ],
      },
      as,
    );
    await change(
      app,
      'replaceProfileCertificates',
      {
        version: 3,
        certificates: [
          {
            name: '焊工证',
            issuer: '人社局',
            occupationCode: OCCUPATION.welder,
            skillLevelCode: 'advanced',
            issuedOn: '2025-05-01',
          },
        ],
      },
      as,
    );
    const out = await exported(as);
    const document = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual([
      '$schema',
      'basics',
      'work',
      'education',
      'certificates',
      'skills',
      'meta',
    ]);
    expect(out).not.toContain('example.org');
    const { profile: copy, userErrors } = await take(out);
    expect(userErrors).toEqual([]);
    const { data } = await app.gql(
      `query { me { ${PROFILE.replace('userErrors { code field }', '')} } }`,
      {},
      { as },
    );
    const {
      id: _,
      version: __,
      visibility: ___,
      ...original
    } = data.me.profile as Record<string, unknown>;
    expect(copy).toMatchObject(original);
    expect(JSON.parse(await exported(person))).toEqual(document);
    const preview = await app.gql(PREVIEW, { document: out }, { as: person });
    expect(preview.data.jsonResumePreview).toMatchObject({ skippedCount: 0, intentionCount: 2 });
  });

  it('is looked at before it is taken, with everything that will not be', async () => {
    const before = await rowCounts(app);
    const { data } = await app.gql(PREVIEW, { document: JSON.stringify(FOREIGN) }, { as: person });
    const { skipped, ...counts } = data.jsonResumePreview as {
      skipped: { path: string; reason: string }[];
    };
    expect(counts).toEqual({
      basics: ['fullName', 'headline', 'summary', 'homeRegionCode'],
      educationCount: 2,
      experienceCount: 1,
      skillCount: 3,
      certificateCount: 1,
      intentionCount: null,
      skippedCount: 14,
    });
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual(
      [
        'basics.email NO_PLACE',
        'basics.phone NO_PLACE',
        'basics.profiles NO_PLACE',
        'basics.url NO_PLACE',
        'certificates[0].url NO_PLACE',
        'education[0].courses NO_PLACE',
        'education[0].endDate MALFORMED',
        'education[1].studyType UNKNOWN_CODE',
        'languages NO_PLACE',
        'skills[0].keywords[1] DUPLICATE',
        'skills[1].level MALFORMED',
        'work[0].url NO_PLACE',
        'work[1] MALFORMED',
        'work[2] MALFORMED',
      ].sort(),
    );
    expect(await rowCounts(app)).toEqual(before);
  });

  it('of another program becomes a profile', async () => {
    const { profile } = await take(FOREIGN);
    expect(profile).toMatchObject({
      fullName: 'Li Na',
      headline: 'Nurse',
      homeRegion: { code: REGION.suzhou },
      educationLevel: { code: '31' },
      experienceYears: 3,
      experiences: [
        {
          employerName: '某医院',
          description: '内科\n夜班\n带教',
          startedOn: '2019-07-01',
          endedOn: '2023-01-01',
        },
      ],
      skills: [
        { name: '静脉输液', proficiency: 'EXPERT' },
        { name: '留置针', proficiency: 'EXPERT' },
        { name: 'First aid', proficiency: null },
      ],
      certificates: [{ name: '护士执业证书', issuedOn: '2019-10-01' }],
      intentions: [],
    });
  });

  it('leaves sections alone that it does not have, and needs the version seen', async () => {
    await createProfile(app, { person, skills: ['氩弧焊'] });
    const document = { basics: { label: '新标题' } };
    expect((await take(document)).userErrors).toEqual([
      { code: 'REQUEST_STALE', field: ['version'] },
    ]);
    expect((await take(document, 9)).userErrors).toEqual([
      { code: 'REQUEST_STALE', field: ['version'] },
    ]);
    expect((await take(document, 1)).profile).toMatchObject({
      version: 2,
      headline: '新标题',
      skills: [{ name: '氩弧焊' }],
      intentions: [{ title: '焊工' }],
    });
    expect((await take({ skills: [] }, 2)).profile).toMatchObject({ skills: [] });
  });

  it.each([
    ['{', 'JSON_RESUME_NOT_JSON'],
    ['[]', 'JSON_RESUME_INVALID'],
    ['"text"', 'JSON_RESUME_INVALID'],
    ['{"resume":{}}', 'JSON_RESUME_INVALID'],
    ['{"work":{"name":"x"}}', 'JSON_RESUME_INVALID'],
    ['{"basics":{"name":7}}', 'JSON_RESUME_INVALID'],
    ['{"education":[{"institution":"x","startDate":"九月"}]}', 'JSON_RESUME_INVALID'],
    ['{"__proto__":{"x":1},"basics":{"label":"x"}}', 'JSON_RESUME_INVALID'],
    ['{"basics":{"label":"no name"}}', 'JSON_RESUME_NAMELESS'],
    ['', 'INPUT_REQUIRED'],
    [`{"basics":{"name":"${'x'.repeat(100_000)}"}}`, 'INPUT_TOO_LONG'],
  ])('is refused as %#', async (document, code) => {
    const before = await rowCounts(app);
    const { profile, userErrors } = await take(document);
    expect(profile).toBeNull();
    expect(userErrors).toEqual([{ code, field: ['document'] }]);
    expect(await rowCounts(app)).toEqual(before);
    if (code === 'JSON_RESUME_NAMELESS') return;
    const { errors } = await app.gql(PREVIEW, { document }, { as: person });
    expect(errors?.[0]?.extensions.reason).toBe(code);
  });

  it('is for people who are signed in', async () => {
    for (const [query, variables] of [
      [PREVIEW, { document: '{}' }],
      [IMPORT, { input: withKey({ document: '{}' }) }],
    ] as const) {
      const { errors } = await app.gql(query, variables);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});
