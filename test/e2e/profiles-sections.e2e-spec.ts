import { ProfilesModule } from '../../src/modules/profiles/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { OCCUPATION, REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { change, rowCounts, SECTIONS, withKey, type ProfileAnswer } from './profiles.support.js';

describe('the sections of the own profile', () => {
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

  it('keeps what follows from its sections, and is complete in the end', async () => {
    await made({ homeRegionCode: REGION.wuzhong });
    const educations = [
      {
        institution: '某中职',
        educationLevelCode: '40',
        startedOn: '2020-09-01',
        endedOn: '2023-06-30',
      },
      {
        institution: '苏州卫生职业技术学院',
        collegeCode: '4132012688',
        educationLevelCode: '31',
        majorCode: '520201',
        endedOn: '2026-06-30',
      },
    ];
    const first = await change(app, 'replaceProfileEducations', { version: 1, educations }, person);
    expect(first.profile).toMatchObject({
      version: 2,
      educationLevel: { code: '31' },
      major: { code: '520201' },
      educations: [
        { institution: '某中职', college: null, educationLevel: { code: '40' } },
        { college: { code: '4132012688' }, majorName: '护理', major: { code: '520201' } },
      ],
    });
    const experiences = [
      {
        employerName: '甲公司',
        position: '焊工',
        occupationCode: OCCUPATION.welder,
        startedOn: '2022-01-01',
        endedOn: '2023-12-31',
      },
      { employerName: '乙公司', position: '班长', startedOn: '2025-12-01' },
    ];
    const second = await change(
      app,
      'replaceProfileExperiences',
      { version: 2, experiences },
      person,
    );
    expect(second.profile).toMatchObject({
      experienceYears: 3,
      experiences: [{ occupation: { code: OCCUPATION.welder } }, { endedOn: null }],
    });
    const skills = [{ name: 'PLC 编程', proficiency: 'SKILLED' }, { name: '钳工' }];
    const third = await change(app, 'replaceProfileSkills', { version: 3, skills }, person);
    expect(third.profile?.['skills']).toEqual([
      { name: 'PLC 编程', proficiency: 'SKILLED' },
      { name: '钳工', proficiency: null },
    ]);
    const certificates = [
      {
        name: '焊工证',
        issuer: '苏州市人社局',
        occupationCode: OCCUPATION.welder,
        skillLevelCode: 'advanced',
        issuedOn: '2025-05-01',
      },
    ];
    const fourth = await change(
      app,
      'replaceProfileCertificates',
      { version: 4, certificates },
      person,
    );
    expect(fourth.profile?.['certificates']).toEqual([
      {
        name: '焊工证',
        issuer: '苏州市人社局',
        occupation: { code: OCCUPATION.welder },
        skillLevel: { code: 'advanced' },
        issuedOn: '2025-05-01',
      },
    ]);
    const intentions = [
      {
        title: '焊工',
        regionCodes: [REGION.suzhou, REGION.suzhou],
        payMin: { amount: '6000' },
        payMax: { amount: '8000.50' },
        engagementType: 'FULL_TIME',
      },
      {
        occupationCode: OCCUPATION.welder,
        payPeriod: 'DAY',
        payMin: { amount: '300' },
        startFrom: '2027-01-01',
      },
    ];
    const fifth = await change(app, 'replaceJobIntentions', { version: 5, intentions }, person);
    expect(fifth.profile).toMatchObject({
      version: 6,
      intentions: [
        {
          title: '焊工',
          occupation: null,
          regions: [{ code: REGION.suzhou }],
          payMin: { amount: '6000.00' },
          payMax: { amount: '8000.50' },
          payPeriod: 'MONTH',
          engagementType: 'FULL_TIME',
          startFrom: null,
        },
        {
          title: null,
          occupation: { code: OCCUPATION.welder },
          regions: [],
          payMin: { amount: '300.00' },
          payMax: null,
          payPeriod: 'DAY',
          engagementType: null,
          startFrom: '2027-01-01',
        },
      ],
      completeness: { isComplete: true, share: 1, missing: [] },
    });
    const emptied = await change(
      app,
      'replaceProfileEducations',
      { version: 6, educations: [] },
      person,
    );
    expect(emptied.profile).toMatchObject({
      educationLevel: null,
      major: null,
      completeness: { missing: ['EDUCATION'] },
    });
  });

  const school = { institution: '某校' };
  const job = { employerName: '某厂', position: '工人' };
  it.each([
    ['educations', [{ institution: '' }], 'INPUT_REQUIRED', ['educations', '0', 'institution']],
    [
      'educations',
      [school, { ...school, majorCode: '999999' }],
      'REFERENCE_UNKNOWN_MAJOR',
      ['educations', '1', 'majorCode'],
    ],
    [
      'educations',
      [{ ...school, educationLevelCode: '00' }],
      'REFERENCE_UNKNOWN_EDUCATION_LEVEL',
      ['educations', '0', 'educationLevelCode'],
    ],
    [
      'educations',
      [{ ...school, collegeCode: 'x' }],
      'REFERENCE_UNKNOWN_COLLEGE',
      ['educations', '0', 'collegeCode'],
    ],
    [
      'educations',
      [{ ...school, startedOn: '2024-09-01', endedOn: '2024-01-01' }],
      'PROFILE_DATES_UPSIDE_DOWN',
      ['educations', '0', 'endedOn'],
    ],
    ['educations', Array(21).fill(school), 'INPUT_TOO_MANY', ['educations']],
    [
      'experiences',
      [{ ...job, occupationCode: 'x' }],
      'REFERENCE_UNKNOWN_OCCUPATION',
      ['experiences', '0', 'occupationCode'],
    ],
    [
      'experiences',
      [{ ...job, description: 'x'.repeat(2001) }],
      'INPUT_TOO_LONG',
      ['experiences', '0', 'description'],
    ],
    [
      'skills',
      [{ name: 'Python' }, { name: 'ｐ y t h o n' }],
      'PROFILE_DUPLICATE_SKILL',
      ['skills', '1', 'name'],
    ],
    ['skills', [{ name: ' ' }], 'INPUT_REQUIRED', ['skills', '0', 'name']],
    [
      'certificates',
      [{ name: '证', skillLevelCode: 'x' }],
      'REFERENCE_UNKNOWN_SKILL_LEVEL',
      ['certificates', '0', 'skillLevelCode'],
    ],
    [
      'intentions',
      [{ regionCodes: [REGION.suzhou] }],
      'PROFILE_INTENTION_EMPTY',
      ['intentions', '0', 'title'],
    ],
    [
      'intentions',
      [{ title: '焊工', regionCodes: [REGION.suzhou, '999999'] }],
      'REFERENCE_UNKNOWN_REGION',
      ['intentions', '0', 'regionCodes', '1'],
    ],
    [
      'intentions',
      [{ title: '焊工', payMin: { amount: '8000' }, payMax: { amount: '6000' } }],
      'PROFILE_PAY_UPSIDE_DOWN',
      ['intentions', '0', 'payMax'],
    ],
    [
      'intentions',
      [{ title: '焊工', payMin: { amount: '0' } }],
      'PROFILE_PAY_IMPLAUSIBLE',
      ['intentions', '0', 'payMin', 'amount'],
    ],
    [
      'intentions',
      [{ title: '焊工', payMin: { amount: '100000001' } }],
      'PROFILE_PAY_IMPLAUSIBLE',
      ['intentions', '0', 'payMin', 'amount'],
    ],
    ['intentions', Array(6).fill({ title: '焊工' }), 'INPUT_TOO_MANY', ['intentions']],
  ])('refuses %s %#', async (section, entries, code, field) => {
    await made();
    const [name] = SECTIONS.find(([, key]) => key === section) ?? ['none'];
    const before = await rowCounts(app);
    const answer = await change(app, name, { version: 1, [section]: entries }, person);
    expect(answer).toEqual({ profile: null, userErrors: [{ code, field }] });
    expect(await rowCounts(app)).toEqual(before);
  });

  it.each(SECTIONS)('%s needs a profile and its version', async (name, section) => {
    const write = (version: number) => change(app, name, { version, [section]: [] }, person);
    expect((await write(1)).userErrors).toEqual([{ code: 'PROFILE_MISSING', field: null }]);
    await made();
    expect((await write(7)).userErrors).toEqual([{ code: 'REQUEST_STALE', field: ['version'] }]);
    expect((await write(1)).profile).toMatchObject({ version: 2 });
  });
});
