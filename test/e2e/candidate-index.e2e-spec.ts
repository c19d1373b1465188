import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '../../src/core/database/index.js';
import { PersonalData } from '../../src/core/privacy/index.js';
import { SearchEngine } from '../../src/core/search-engine/index.js';
import { seekerFormats } from '../../src/modules/profiles/import/formats/index.js';
import { SeekerImportService } from '../../src/modules/profiles/import/seeker-import.service.js';
import { ProfileEntriesRepository } from '../../src/modules/profiles/profile/profile-entries.repository.js';
import { CandidateSource } from '../../src/modules/search/candidates/candidate-source.js';
import { CandidateRebuild, CANDIDATES_INDEX } from '../../src/modules/search/index.js';
import { ReindexCommand } from '../../src/modules/search/indexing/search.commands.js';
import { foldedText } from '../../src/modules/search/text/folded-text.js';
import { pinyinTokens } from '../../src/modules/search/text/pinyin-tokens.js';
import { hanToken, indexTokens } from '../../src/modules/search/text/tokens.js';
import { createAccount } from '../factories/account.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { OCCUPATION, REGION, regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { findPeople } from './candidate-search.support.js';

const NAME = '欧阳小芳';
const EMPLOYERS = ['昆山恒达精密', 'Kestrel Components'];
const [PHONE, MAIL, CHAT] = ['13812345678', 'fang.oy@example.org', 'ouyang_fang88'];
const COLLEGE_NAME = '昆山登云学院';
const NUMBER_TOKEN = /^\d+$/;

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(() => app.database.truncateAll());
afterAll(() => app.close());

const indexed = async (): Promise<string[]> => {
  const ids: string[] = [];
  for await (const batch of app.get(SearchEngine).versions(CANDIDATES_INDEX))
    ids.push(...batch.map(({ id }) => id));
  return ids.sort();
};

/** Says all of herself, and in places where it does not belong. */
async function createTellingProfile(hiddenFrom: readonly string[]): Promise<TestProfile> {
  const profile = await createProfile(app, {
    person: await createAccount(app, { contacts: [MAIL, PHONE], birthDate: '1996-04-17' }),
    fullName: NAME,
    headline: '吃苦耐劳',
    summary: '已婚，本地有房',
    skills: ['氩弧焊', `微信：${CHAT}`],
    intentions: [
      {
        title: `焊工 ${PHONE} ${NAME}`,
        occupationCode: OCCUPATION.welder,
        regionIds: [regionId(REGION.suzhou)],
      },
    ],
    educations: [{ institution: COLLEGE_NAME, majorName: '机电一体化技术', majorCode: '460301' }],
    majorCode: '460301',
    experienceYears: 3,
    availableFrom: '2026-12-01',
    regionCode: REGION.wuzhong,
    hiddenFrom,
  });
  await app.get(UnitOfWork).run(async () => {
    const entries = app.get(ProfileEntriesRepository);
    const dates = { occupationCode: null, startedOn: '2019-03-01', endedOn: null };
    await entries.replaceExperiences(profile.id, [
      {
        ...dates,
        employerName: EMPLOYERS[0] ?? '',
        position: `${EMPLOYERS[0] ?? ''}班组长`,
        description: '管理二十人',
      },
      { ...dates, employerName: EMPLOYERS[1] ?? '', position: 'Welder', description: null },
    ]);
    await entries.replaceCertificates(profile.id, [
      {
        name: '焊接与热切割作业证',
        issuer: '昆山应急管理局',
        occupationCode: OCCUPATION.welder,
        skillLevelId: 'intermediate',
        issuedOn: '2020-05-06',
      },
    ]);
  });
  return profile;
}

describe('the document of a candidate', () => {
  it('has words, codes and nothing that tells who somebody is', async () => {
    const { id: organisationId } = await createEnterpriseWithRecruiter(app);
    const profile = await createTellingProfile([organisationId]);
    const [document = { id: '', version: 0 }] = await app
      .get(CandidateSource)
      .documents([profile.id]);
    const {
      wishTokens,
      skillTokens,
      nameTokens,
      occupationTokens,
      characterTokens,
      pinyinTokens: sounds,
      changedAt,
      ...codes
    } = document;
    const [province, prefecture, county] = [REGION.jiangsu, REGION.suzhou, REGION.wuzhong].map(
      regionId,
    );
    expect(codes).toEqual({
      id: profile.id,
      version: 1,
      occupationCodes: ['6', '6-18', '6-18-02', '6-18-02-04'],
      homeRegionIds: [province, prefecture, county],
      homeProvince: province,
      homePrefecture: prefecture,
      homeCounty: county,
      wishedRegionIds: [prefecture],
      wishedRegionPaths: [province, prefecture],
      isAnywhere: false,
      educationLevelCode: '31',
      educationRank: 50,
      majorCodes: ['46', '4603', '460301'],
      experienceBand: 'FROM_3',
      skillLevel: 3,
      availableFromDay: 20_261_201,
      hiddenFromOrganisationIds: [organisationId],
    });
    expect(typeof changedAt).toBe('number');
    expect(wishTokens).toEqual([hanToken('焊工')]);
    expect(String(skillTokens).split(' ')).toEqual(
      expect.arrayContaining(indexTokens('氩弧焊 焊接与热切割作业证')),
    );
    expect(String(nameTokens).split(' ')).toEqual(
      expect.arrayContaining([...indexTokens('班组长 机电一体化技术'), 'welder']),
    );
    expect(occupationTokens).toContain(hanToken('氩弧'));

    const tokens = [wishTokens, skillTokens, nameTokens, occupationTokens, characterTokens, sounds]
      .flat()
      .flatMap((text) => String(text).split(' '));
    const telling = [
      ...[NAME, ...EMPLOYERS, PHONE, MAIL, CHAT, COLLEGE_NAME, '吃苦耐劳', '已婚', '本地有房'],
      ...['管理二十人', '应急管理局', '1996-04-17', '2019-03-01', '2020-05-06'],
    ];
    const told = telling.flatMap((text) => [
      ...indexTokens(foldedText(text)).filter((token) => token.length > 2),
      ...(/\p{Script=Han}/u.test(text) ? pinyinTokens(text) : []),
    ]);
    expect(told.length).toBeGreaterThan(50);
    expect(tokens.filter((token) => told.includes(token))).toEqual([]);
    // No text as it was written: characters stand as numbers only.
    expect(JSON.stringify(document)).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(document)).not.toContain(profile.person.account.id);
    expect(tokens.filter((token) => NUMBER_TOKEN.test(token)).every((t) => t.length % 6 <= 1)).toBe(
      true,
    );
  });

  it('is there for those who let employers find them, and look for work', async () => {
    const open = await createProfile(app);
    const closed = await createProfile(app, { visibility: 'EMPLOYERS_I_APPLY_TO' });
    const inactive = await createProfile(app, { isActive: false });
    const documents = await app
      .get(CandidateSource)
      .documents([open, closed, inactive].map(({ id }) => id));
    expect(documents.map(({ id }) => id)).toEqual([open.id]);
    await app.get(CandidateRebuild).rebuild();
    expect(await indexed()).toEqual([open.id]);
  });

  it('goes with the account', async () => {
    const profile = await createProfile(app);
    const other = await createProfile(app);
    await app.get(CandidateRebuild).rebuild();
    const { recruiter } = await createEnterpriseWithRecruiter(app);
    const { id: accountId } = profile.person.account;
    await app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(accountId));
    const { nodes } = await findPeople(app, recruiter, {});
    expect(nodes.map(({ id }) => id)).toEqual([other.id]);
    await app.settle();
    expect(await indexed()).toEqual([other.id]);
  });

  it('comes and goes with an import', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seekers-'));
    const path = join(folder, 'seekers.csv');
    await writeFile(
      path,
      [
        'id,expected_jobs,work_type_code,expected_province,expected_city,available,experience,expected_industries,salary_min,salary_max,education,major,skills',
        's1,数据分析师,0,江苏省,苏州市,时间待议,1年工作经验,不限,3000,5000,本科,应用统计学,python_SKILLED|mysql_GOOD',
      ].join('\n'),
    );
    const format = seekerFormats.get('tipdm-2023');
    if (!format) throw new Error('The format is gone');
    await app.get(CandidateRebuild).rebuild();
    const { importId } = await app.get(SeekerImportService).run({ path, format, isDryRun: false });
    await app.settle();
    const { recruiter } = await createEnterpriseWithRecruiter(app);
    const found = await findPeople(app, recruiter, { text: '数据分析 python' });
    expect([found.totalCount, found.degraded]).toEqual([1, false]);
    expect(await indexed()).toEqual(found.nodes.map(({ id }) => id));
    await app.get(SeekerImportService).undo(importId ?? '');
    expect((await findPeople(app, recruiter, { text: 'python' })).nodes).toEqual([]);
    await app.settle({ includeDelayed: true });
    expect(await indexed()).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('is made by the command, for the index that is named', async () => {
    const { id } = await createProfile(app);
    await app.get(CandidateRebuild).rebuild();
    await app.database.pool.query(
      'update job_seeker_profiles set version = version + 1 where id = $1',
      [id],
    );
    const lines: string[] = [];
    const output = {
      line: (text: string) => void lines.push(text.replace(/\d+\.\d s/, 'n s')),
      note: (text: string) => void lines.push(`(${text})`),
    };
    const run = (options: Record<string, string | boolean>) =>
      app.get(ReindexCommand).run({ args: [], options }, output);
    expect(await run({ index: 'candidates', compare: true })).toBe(0);
    await app.settle();
    expect(await run({ index: 'candidates', compare: true })).toBe(0);
    expect(await run({ index: 'people' })).toBe(1);
    expect(await run({ index: 'candidates' })).toBe(0);
    expect(lines).toEqual([
      'candidates: 1 differed and are repaired.',
      'candidates: no difference.',
      '(No index people: job_postings or candidates.)',
      '(candidates: 1 …)',
      'candidates: 1 indexed in n s',
    ]);
  });
});
