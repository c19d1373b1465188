import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../../src/core/cli/index.js';
import { writeXlsx } from '../../../src/core/spreadsheet/index.js';
import {
  ImportPostingsCommand,
  UndoImportCommand,
} from '../../../src/modules/job-postings/import/import-postings.command.js';
import { JobPostingsModule } from '../../../src/modules/job-postings/index.js';
import { createOrganisation, type TestOrganisation } from '../../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const HEADER = '岗位名称,招聘人数,用工形式,工作地区,最低报酬,计薪周期';
const WELDER = '焊工,10,全日制,江苏省苏州市吴中区,6000,月';
const KEEPER = '仓管员,2,,,,';
const VAGUE = '叉车工,若干,,,,';
const NOBODY = '00000000-0000-7000-8000-00000000ffff';
const WELDER_ROW = { title: '焊工', headcount: 10, state: 'draft', created_by: null };
const KEEPER_ROW = { title: '仓管员', headcount: 2, state: 'draft', created_by: null };

let app: TestApp;
let folder: string;
let company: TestOrganisation;

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
  folder = await mkdtemp(join(tmpdir(), 'gongqiao-template-'));
});
beforeEach(async () => {
  await app.database.truncateAll();
  company = await createOrganisation(app);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function cli(...argv: string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const code = await runCommandLine(
    [app.get(ImportPostingsCommand), app.get(UndoImportCommand)],
    argv,
    { line: (text) => void lines.push(text), note: (text) => void notes.push(text) },
  );
  return { code, lines, notes };
}

async function table(...rows: string[]): Promise<string> {
  const path = join(folder, '岗位.csv');
  await writeFile(path, [HEADER, ...rows].join('\r\n'));
  return path;
}

const bring = (path: string, ...more: string[]) =>
  cli(
    ...['import', 'postings', path, '--format', 'template'],
    ...['--organisation', company.unifiedSocialCreditCode],
    ...more,
  );

/** Brings a table and gives the id of its import. */
async function imported(path: string): Promise<string> {
  const { lines } = await bring(path);
  return (lines.at(-1) ?? '').replace('Import ', '');
}

async function query<T>(text: string): Promise<T[]> {
  return (await app.database.pool.query(text)).rows as T[];
}

const drafts = () =>
  query('select title, headcount, state, created_by from job_postings order by title');
const counts = () =>
  query(
    `select (select count(*)::int from job_postings) as postings,
       (select count(*)::int from posting_imports) as imports,
       (select count(*)::int from audit_entries) as entries`,
  );
const NOTHING = [{ postings: 0, imports: 0, entries: 0 }];

describe('an organisation’s table on the command line', () => {
  it('becomes its drafts, with a report of each row that is not taken', async () => {
    const { code, lines, notes } = await bring(await table(WELDER, VAGUE, KEEPER, WELDER));
    expect([code, notes]).toEqual([0, []]);
    const [row] = await query<Record<string, unknown> & { id: string }>(
      'select id, organisation_id, state, file_name, format, row_count, created_count, refused_count, started_by from posting_imports',
    );
    expect(lines).toEqual([
      'line 3\theadcount\tINPUT_MALFORMED\trow refused',
      'line 5\ttitle\tJOB_POSTING_DUPLICATE\trow refused',
      '4 rows: 2 drafts, 2 refused',
      `Import ${row?.id ?? ''}`,
    ]);
    expect(row).toEqual({
      id: row?.id,
      organisation_id: company.id,
      state: 'finished',
      file_name: '岗位.csv',
      format: 'template',
      row_count: 4,
      created_count: 2,
      refused_count: 2,
      started_by: null,
    });
    expect(await drafts()).toEqual([KEEPER_ROW, WELDER_ROW]);
    expect(
      await query('select line, field, reason from posting_import_issues order by line'),
    ).toEqual([
      { line: 3, field: 'headcount', reason: 'INPUT_MALFORMED' },
      { line: 5, field: 'title', reason: 'JOB_POSTING_DUPLICATE' },
    ]);
    expect(await query('select action, actor_kind, subject_id from audit_entries')).toEqual([
      { action: 'importJobPostings', actor_kind: 'SYSTEM', subject_id: row?.id },
    ]);
  });

  it('is taken as XLSX too, and for an organisation named by its id', async () => {
    const path = join(folder, 'postings.xlsx');
    const columns = [{ title: 'Title', value: (row: { title: string }) => row.title }];
    await writeFile(path, await writeXlsx([{ title: 'Welder' }], columns));
    const template = ['import', 'postings', path, '--format', 'template'];
    expect((await cli(...template, '--organisation', company.id)).code).toBe(0);
    expect(await drafts()).toEqual([{ ...WELDER_ROW, title: 'Welder', headcount: null }]);
  });

  it('writes nothing in a dry run', async () => {
    expect(await bring(await table(WELDER, VAGUE), '--dry-run')).toEqual({
      code: 0,
      lines: [
        'line 3\theadcount\tINPUT_MALFORMED\trow refused',
        '2 rows: 1 drafts, 1 refused',
        'Dry run: nothing was written.',
      ],
      notes: [],
    });
    expect(await counts()).toEqual(NOTHING);
  });

  it('writes the same table once, also when brought twice at the same time', async () => {
    const path = await table(WELDER);
    const answers = await Promise.all([bring(path), bring(path)]);
    const [{ id } = { id: '' }] = await query<{ id: string }>('select id from posting_imports');
    expect(answers.map(({ lines }) => lines.at(-1)).sort()).toEqual([
      `Import ${id}`,
      `Import ${id} holds this table already: nothing was written.`,
    ]);
    expect(await drafts()).toEqual([WELDER_ROW]);

    company = await createOrganisation(app);
    expect((await bring(path)).code).toBe(0);
    expect(await drafts()).toEqual([WELDER_ROW, WELDER_ROW]);
  });

  it('is taken back but for drafts somebody has touched, and can be brought again', async () => {
    const path = await table(WELDER, KEEPER);
    const id = await imported(path);
    await query(`update job_postings set version = 2 where title = '仓管员'`);
    expect(await cli('import', 'undo', id)).toEqual({
      code: 0,
      lines: ['1 drafts removed, 1 kept as touched since'],
      notes: [],
    });
    expect(await drafts()).toEqual([KEEPER_ROW]);
    expect(await cli('import', 'undo', id)).toEqual({
      code: 1,
      lines: [],
      notes: ['JOB_POSTING_IMPORT_WRONG_STATE: 该导入当前状态（已撤销）不能执行此操作'],
    });

    const second = await imported(path);
    expect(second).not.toBe(id);
    expect(await drafts()).toEqual([KEEPER_ROW, KEEPER_ROW, WELDER_ROW]);
    expect(await imported(path)).toBe(`${second} holds this table already: nothing was written.`);
  });

  it('is taken back by the organisation itself when it uploaded it', async () => {
    const id = await imported(await table(WELDER));
    await query(`update posting_imports set started_by = '${company.administrator.account.id}'`);
    const refusal =
      'POSTING_IMPORT_NOT_UNDOABLE: 该导入不存在、仍在进行或已撤销，或由单位自行上传，只能由其撤销';
    for (const name of [id, NOBODY, 'nonsense']) {
      expect(await cli('import', 'undo', name)).toEqual({ code: 1, lines: [], notes: [refusal] });
    }
    expect(await drafts()).toEqual([WELDER_ROW]);
  });

  it('without a row that can be taken is refused after its report', async () => {
    expect(await bring(await table(VAGUE))).toEqual({
      code: 1,
      lines: ['line 2\theadcount\tINPUT_MALFORMED\trow refused', '1 rows: 0 drafts, 1 refused'],
      notes: [
        'JOB_POSTING_IMPORT_NOTHING_TO_APPLY: 文件中没有可导入的岗位，请按提示修改后重新上传',
      ],
    });
    expect(await counts()).toEqual(NOTHING);
  });

  it('needs an organisation that can post jobs, and takes one for this format only', async () => {
    const path = await table(WELDER);
    const bureau = await createOrganisation(app, { kind: 'HR_BUREAU' });
    const required =
      'POSTING_IMPORT_ORGANISATION_REQUIRED: --format template 须用 --organisation 指明单位的统一社会信用代码或编号';
    const unknown =
      'POSTING_IMPORT_ORGANISATION_UNKNOWN: 没有可发布岗位的单位使用该统一社会信用代码或编号';
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['template'], required],
      [['template', '--organisation', ' '], required],
      [['template', '--organisation', 'X'], unknown],
      [['template', '--organisation', NOBODY], unknown],
      [['template', '--organisation', bureau.id], unknown],
      [
        ['51job-2023', '--organisation', company.id],
        'POSTING_IMPORT_ORGANISATION_NOT_TAKEN: --organisation 仅用于 --format template',
      ],
      [
        ['unknown', '--organisation', company.id],
        'POSTING_IMPORT_UNKNOWN_FORMAT: 未知的格式。可用：tipdm-2023, it-postings-2019, zhaopin-2024, 51job-2023, template',
      ],
    ];
    for (const [format, note] of cases) {
      expect(await cli('import', 'postings', path, '--format', ...format)).toEqual({
        code: 1,
        lines: [],
        notes: [note],
      });
    }
    expect(await counts()).toEqual(NOTHING);
  });

  it('is refused in one line when it cannot be opened or decoded', async () => {
    const missing = join(folder, 'missing.csv');
    expect(await bring(missing)).toEqual({
      code: 1,
      lines: [],
      notes: [`POSTING_IMPORT_UNREADABLE: 文件无法读取：Cannot open ${missing}`],
    });
    const path = join(folder, 'broken.csv');
    await writeFile(path, Buffer.from('61ff2cff0a', 'hex'));
    expect(await bring(path)).toEqual({
      code: 1,
      lines: [],
      notes: ['SPREADSHEET_ENCODING: 无法识别文件编码，请另存为 UTF-8 编码的 CSV 或 XLSX 后重试'],
    });
  });

  it('is named by --help', async () => {
    const { code, lines } = await cli('import', 'postings', '--help');
    const help = lines.join('\n').replaceAll(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(help).toContain(
      'One of: tipdm-2023, it-postings-2019, zhaopin-2024, 51job-2023, template.',
    );
    expect(help).toContain(
      '--organisation <code> Whose drafts they are: unified social credit code or id',
    );
  });
});
