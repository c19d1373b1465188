import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DomainError } from '../../../src/core/errors/index.js';
import { ProfileReader, ProfilesModule } from '../../../src/modules/profiles/index.js';
import { seekerFormats } from '../../../src/modules/profiles/import/formats/index.js';
import {
  ImportSeekersCommand,
  UndoSeekersCommand,
} from '../../../src/modules/profiles/import/import-seekers.command.js';
import type { SeekerFormat } from '../../../src/modules/profiles/import/imported-seeker.js';
import { SeekerImportService } from '../../../src/modules/profiles/import/seeker-import.service.js';
import { SourceFileError } from '../../../src/modules/reference-data/index.js';
import { createAccount } from '../../factories/account.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const HEADER =
  'id,expected_jobs,work_type_code,expected_province,expected_city,available,experience,expected_industries,salary_min,salary_max,education,major,skills';
const ANALYST =
  's1,数据分析师|其他,0,江苏省,苏州市,时间待议,1年工作经验,不限,3000,5000,本科,应用统计学,python_SKILLED|mysql_GOOD';
const SPARSE = 's2,其他,,,,,,,4000,6000,,,';

let app: TestApp;
let folder: string;
let imports: SeekerImportService;

beforeAll(async () => {
  app = await createTestApp({ modules: [ProfilesModule] });
  folder = await mkdtemp(join(tmpdir(), 'seekers-'));
  imports = app.get(SeekerImportService);
});
beforeEach(() => app.database.truncateAll());
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function format(): SeekerFormat {
  const found = seekerFormats.get('tipdm-2023');
  if (!found) throw new Error('The format is gone');
  return found;
}

async function fileOf(...rows: readonly string[]): Promise<string> {
  const path = join(folder, `${String(Math.random())}.csv.gz`);
  await writeFile(path, gzipSync([HEADER, ...rows].join('\n')));
  return path;
}

async function bring(...rows: readonly string[]) {
  const path = await fileOf(...rows);
  return imports.run({ path, format: format(), isDryRun: false });
}

const count = async (table: string): Promise<number> =>
  (await app.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]
    ?.n ?? -1;
const profileId = async (sourceId: string): Promise<string> => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'select id from job_seeker_profiles where source_id = $1',
    [sourceId],
  );
  const [row] = rows;
  if (!row) throw new Error(`No seeker ${sourceId}`);
  return row.id;
};
const features = async (sourceId: string) => {
  const [found] = await app.get(ProfileReader).matchFeatures({ ids: [await profileId(sourceId)] });
  return found;
};

describe('importing seekers', () => {
  it('makes people without account that matching knows by codes and words', async () => {
    const outcome = await bring(ANALYST, SPARSE);
    expect(outcome.counts).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, refused: 0 });
    expect(outcome.issues).toEqual([]);
    const analyst = await features('s1');
    expect(analyst).toMatchObject({
      isActive: true,
      isFindable: true,
      wishedTitles: ['数据分析师'],
      wishedOccupationCodes: [],
      wishedPayMinFen: 300_000,
      skills: ['python', 'mysql'],
      educationRank: 60,
      experienceYears: 1,
      hiddenFromOrganisationIds: [],
    });
    expect(analyst?.wishedRegionIds).toHaveLength(1);
    expect(await features('s2')).toMatchObject({
      wishedTitles: [],
      wishedRegionIds: [],
      wishedPayMinFen: 400_000,
      skills: [],
      educationRank: null,
      experienceYears: null,
    });
    const { rows } = await app.database.pool.query(
      `select full_name, account_id, source_name from job_seeker_profiles where source_id = 's1'`,
    );
    expect(rows).toEqual([{ full_name: null, account_id: null, source_name: '泰迪内推' }]);
    const events = await app.database.pool.query(
      `select payload from outbox_events where name = 'profiles.profilesImported'`,
    );
    expect(events.rows).toEqual([{ payload: { importId: outcome.importId, chunk: 0 } }]);
    const ids = await app.get(ProfileReader).idsOfImport(outcome.importId ?? '', 0);
    expect(ids).toEqual([await profileId('s1'), await profileId('s2')].sort());
  });

  it('pages through active people for matching', async () => {
    await bring(ANALYST, SPARSE, 's3,数据分析师,,,,,,,,,,,');
    const reader = app.get(ProfileReader);
    const first = await reader.matchFeatures({ after: null, limit: 2 });
    const rest = await reader.matchFeatures({ after: first[1]?.profileId ?? null, limit: 2 });
    expect([first.length, rest.length]).toEqual([2, 1]);
    expect(new Set([...first, ...rest].map((row) => row.profileId)).size).toBe(3);
    await app.database.pool.query('update job_seeker_profiles set is_active = false');
    expect(await reader.matchFeatures({ after: null, limit: 2 })).toEqual([]);
    expect(await features('s3')).toMatchObject({ isActive: false, isFindable: false });
  });

  it('writes nothing at a dry run and nothing anew at a second one', async () => {
    const path = await fileOf(ANALYST, SPARSE);
    const dry = await imports.run({ path, format: format(), isDryRun: true });
    expect([dry.importId, dry.counts.created]).toEqual([null, 2]);
    expect(await count('job_seeker_profiles')).toBe(0);
    expect(await count('seeker_imports')).toBe(0);
    await imports.run({ path, format: format(), isDryRun: false });
    const again = await imports.run({ path, format: format(), isDryRun: false });
    expect(again.counts).toEqual({ rows: 2, created: 0, updated: 0, unchanged: 2, refused: 0 });
    expect(await count('job_seeker_profiles')).toBe(2);
    expect(await count('profile_skills')).toBe(2);
  });

  it('takes over what changed, and puts it back when undone', async () => {
    const first = await bring(ANALYST);
    const before = await features('s1');
    const second = await bring(
      ANALYST.replace('3000', '4500')
        .replace('python_SKILLED', 'java_MASTER')
        .replace('本科', '硕士'),
      SPARSE,
    );
    expect(second.counts).toMatchObject({ created: 1, updated: 1 });
    expect(await features('s1')).toMatchObject({
      wishedPayMinFen: 450_000,
      skills: ['java', 'mysql'],
      educationRank: 70,
    });
    // What a later import touched stays with it.
    expect(await imports.undo(first.importId ?? '')).toEqual({ removed: 0, restored: 0 });
    expect(await imports.undo(second.importId ?? '')).toEqual({ removed: 1, restored: 1 });
    expect(await features('s1')).toEqual(before);
    expect(await count('job_seeker_profiles')).toBe(1);
    await expect(imports.undo(second.importId ?? '')).rejects.toThrow('SEEKER_IMPORT_NOT_UNDOABLE');
    await expect(imports.undo('none')).rejects.toThrow('SEEKER_IMPORT_NOT_UNDOABLE');
  });

  it('leaves people alone who took their profile over', async () => {
    const { importId } = await bring(ANALYST);
    const person = await createAccount(app);
    await app.database.pool.query('update job_seeker_profiles set account_id = $1', [
      person.account.id,
    ]);
    const again = await bring(ANALYST.replace('3000', '9'));
    expect(again.counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await imports.undo(importId ?? '')).toEqual({ removed: 0, restored: 0 });
    expect(await count('job_seeker_profiles')).toBe(1);
  });

  it('reports what it does not take, by line and reason', async () => {
    const outcome = await bring(
      ANALYST,
      ANALYST,
      ',数据分析师,,,,,,,,,,,',
      's5,数据分析师,,火星省,奥林匹斯市,,,,9000,3000,,,',
    );
    expect(outcome.counts).toEqual({ rows: 4, created: 2, updated: 0, unchanged: 0, refused: 2 });
    expect(outcome.issues.map(({ line: _line, ...issue }) => issue)).toEqual([
      { field: 'id', reason: 'DUPLICATE', refuses_row: true },
      { field: 'id', reason: 'REQUIRED', refuses_row: true },
      { field: 'salary_min', reason: 'PAY_UPSIDE_DOWN', refuses_row: false },
      { field: 'expected_city', reason: 'UNKNOWN_REGION', refuses_row: false },
    ]);
    expect(await count('seeker_import_issues')).toBe(4);
  });

  it('refuses a file of another format and says so in the import', async () => {
    const path = join(folder, 'other.csv');
    await writeFile(path, 'id,name\n1,x\n');
    await expect(imports.run({ path, format: format(), isDryRun: false })).rejects.toThrow(
      SourceFileError,
    );
    const { rows } = await app.database.pool.query('select state from seeker_imports');
    expect(rows).toEqual([{ state: 'failed' }]);
  });
});

describe('the commands', () => {
  const output = () => {
    const lines: string[] = [];
    return { lines, line: (text: string) => void lines.push(text), note: () => undefined };
  };

  it('import, report and undo', async () => {
    const said = output();
    const path = await fileOf(ANALYST, ',,,,,,,,,,,,');
    const options = { format: 'tipdm-2023' };
    const command = app.get(ImportSeekersCommand);
    expect(await command.run({ args: [path], options }, said)).toBe(0);
    const [report, counts, named] = said.lines;
    expect(report).toMatch(/^line \d\tid\tREQUIRED\trow refused$/);
    expect(counts).toMatch(/^2 rows in [\d.]+ s: 1 new, 0 changed, 0 unchanged, 1 refused$/);
    const id = /^Import (\S+)$/.exec(named ?? '')?.[1] ?? '';
    const undone = output();
    expect(await app.get(UndoSeekersCommand).run({ args: [id], options: {} }, undone)).toBe(0);
    expect(undone.lines).toEqual(['1 job seekers removed, 0 restored']);
    const dry = output();
    await command.run({ args: [path], options: { ...options, dryRun: true } }, dry);
    expect(dry.lines.at(-1)).toBe('Dry run: nothing was written.');
  });

  it.each([
    [{ format: 'nobody' }, 'a.csv', 'SEEKER_IMPORT_UNKNOWN_FORMAT'],
    [{}, 'a.csv', 'SEEKER_IMPORT_UNKNOWN_FORMAT'],
    [{ format: 'tipdm-2023' }, 'there-is-no-such-file.csv', 'SEEKER_IMPORT_UNREADABLE'],
  ])('refuse %j %s', async (options, path, code) => {
    const failure = await app
      .get(ImportSeekersCommand)
      .run({ args: [join(folder, path)], options }, output())
      .catch((error: unknown) => error);
    expect(failure instanceof DomainError ? failure.code : failure).toBe(code);
  });
});
