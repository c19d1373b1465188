import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { postingFormats } from '../../../src/modules/job-postings/import/formats/index.js';
import type { PostingFormat } from '../../../src/modules/job-postings/import/imported-posting.js';
import { PostingImportService } from '../../../src/modules/job-postings/import/posting-import.service.js';
import { JobPostingsModule } from '../../../src/modules/job-postings/index.js';
import { SourceFileError } from '../../../src/modules/reference-data/index.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const HEADER = 'id,title,tags,area,salary,experience,education,company,issued_at';
const OPERATOR =
  'a1,装配操作工,"数控,电工证,五险一金",江苏省苏州工业园区,6-8千,1年,大专,示例电子,2023-12-12 09:22:00';
const NURSE = 'a2,护理员,,江苏省苏州吴中区,面议,无需经验,,示例护理院,';

let app: TestApp;
let folder: string;
let imports: PostingImportService;

function format(): PostingFormat {
  const found = postingFormats.get('51job-2023');
  if (!found) throw new Error('The format is gone');
  return found;
}

async function file(lines: readonly string[], encode = (text: string) => Buffer.from(text)) {
  const path = join(folder, 'postings.csv');
  await writeFile(path, encode(`${lines.join('\n')}\n`));
  return path;
}

async function run(lines: readonly string[], isDryRun = false) {
  return imports.run({ path: await file(lines), format: format(), isDryRun });
}

async function query<T>(text: string): Promise<T[]> {
  return (await app.database.pool.query(text)).rows as T[];
}

const stored = () =>
  query<Record<string, unknown>>(
    `select title, state, pay_min_fen::int, headcount, missing_elements, r.full_name as region,
       (select array_agg(value order by value) from job_posting_requirements q where q.job_posting_id = p.id) as skills
     from job_postings p left join regions r on r.id = p.region_id order by source_id`,
  );

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
  imports = app.get(PostingImportService);
  folder = await mkdtemp(join(tmpdir(), 'gongqiao-import-'));
});

afterEach(() => app.database.truncateAll());

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('an import of postings', () => {
  it('stores what the source says and keeps what it lacks visibly missing', async () => {
    const { counts, issues } = await run([HEADER, OPERATOR, NURSE]);
    expect(counts).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, refused: 0 });
    expect(issues).toEqual([]);
    const lacks = [
      'employer',
      'headcount',
      'engagementType',
      'duties',
      'conditions',
      'workConditions',
    ];
    expect(await stored()).toEqual([
      {
        title: '装配操作工',
        state: 'published',
        pay_min_fen: 600_000,
        headcount: null,
        missing_elements: [...lacks, 'validThrough'],
        region: '江苏省苏州市苏州工业园区',
        skills: ['数控', '电工证'],
      },
      {
        title: '护理员',
        state: 'published',
        pay_min_fen: null,
        headcount: null,
        missing_elements: [...lacks, 'pay', 'validThrough'],
        region: '江苏省苏州市吴中区',
        skills: null,
      },
    ]);
    expect(
      await query('select name, payload - $$importId$$ as payload from outbox_events'),
    ).toEqual([{ name: 'jobPostings.jobPostingsImported', payload: { chunk: 0 } }]);
  });

  it('writes nothing in a dry run and reports the same counts', async () => {
    const { counts, importId } = await run([HEADER, OPERATOR], true);
    expect(importId).toBeNull();
    expect(counts).toEqual({ rows: 1, created: 1, updated: 0, unchanged: 0, refused: 0 });
    expect(
      await query('select 1 from job_postings union all select 1 from posting_imports'),
    ).toEqual([]);
  });

  it('takes the same file twice without doubling anything, and over what changed', async () => {
    await run([HEADER, OPERATOR, NURSE]);
    const again = await run([HEADER, OPERATOR.replace('6-8千', '7-9千'), NURSE]);
    expect(again.counts).toEqual({ rows: 2, created: 0, updated: 1, unchanged: 1, refused: 0 });
    expect((await stored()).map((row) => row['pay_min_fen'])).toEqual([700_000, null]);
  });

  it('undoes an import: new postings leave the search, changed ones are as before', async () => {
    await run([HEADER, OPERATOR]);
    const before = await stored();
    const second = await run([HEADER, OPERATOR.replace('数控', '焊接'), NURSE]);
    expect(await imports.undo(second.importId ?? '')).toEqual({ withdrawn: 1, restored: 1 });
    const [operator, nurse] = await stored();
    expect(operator).toEqual(before[0]);
    expect(nurse).toMatchObject({ title: '护理员', state: 'closed' });
    await expect(imports.undo(second.importId ?? '')).rejects.toMatchObject({
      code: 'POSTING_IMPORT_NOT_UNDOABLE',
    });
  });

  it('names row, field and reason of what it refuses and takes the rest', async () => {
    const { counts, issues } = await run([HEADER, OPERATOR, 'a3,,,,,,,,', OPERATOR]);
    expect(counts).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 0, refused: 2 });
    expect(issues).toEqual([
      { line: 3, field: 'title', reason: 'REQUIRED', refuses_row: true },
      { line: 4, field: 'id', reason: 'DUPLICATE', refuses_row: true },
    ]);
  });

  it('reads gzip and GB18030', async () => {
    // "装配" in GB18030, which Node can decode but not encode.
    const gbk = Buffer.concat([
      Buffer.from(`${HEADER}\na1,`),
      Buffer.from([0xd7, 0xb0, 0xc5, 0xe4]),
      Buffer.from(',,,,,,,\n'),
    ]);
    const path = join(folder, 'postings.csv.gz');
    await writeFile(path, gzipSync(gbk));
    await imports.run({ path, format: format(), isDryRun: false });
    expect(await query('select title from job_postings')).toEqual([{ title: '装配' }]);
  });

  it.each([
    ['a missing column', ['id,title', 'a1,x'], /Columns missing: tags, area/],
    ['broken quotes', [HEADER, 'a1,"x" y,,,,,,,'], /Not well-formed CSV/],
    ['a row without end', [HEADER, `a1,${'长'.repeat(1_000_000)},,,,,,,`], /Not well-formed CSV/],
  ])('refuses a file with %s and says so', async (_, lines, message) => {
    await expect(run(lines)).rejects.toThrow(SourceFileError);
    await expect(run(lines)).rejects.toThrow(message);
    expect(await query('select 1 from job_postings')).toEqual([]);
    expect(await query('select distinct state from posting_imports')).toEqual([
      { state: 'failed' },
    ]);
  });
});
