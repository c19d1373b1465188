import { writeXlsx } from '../../src/core/spreadsheet/index.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import type { As } from '../support/client.js';
import { postingScene } from './job-postings.scene.js';
import { NOBODY, refusals } from './job-postings.support.js';

const scene = postingScene();
const { expectUntouched, update } = scene;

beforeAll(scene.start);
beforeEach(scene.reset);
afterAll(scene.stop);

const BODY =
  'import { id state fileName rowCount createdCount refusedCount } userErrors { code field message }';
const IMPORT = `mutation ($input: ImportJobPostingsInput!) { importJobPostings(input: $input) { ${BODY} } }`;
const APPLY = `mutation ($input: ApplyJobPostingImportInput!) { applyJobPostingImport(input: $input) { ${BODY} } }`;
const UNDO = `mutation ($input: UndoJobPostingImportInput!) { undoJobPostingImport(input: $input) { ${BODY} } }`;
const ISSUES = `query ($id: ID!) { jobPostingImportIssues(importId: $id) { nodes { line field reason } } }`;

const HEADER =
  '岗位名称,招聘人数,用工形式,岗位职责,招聘条件,工作条件,工作地区,最低报酬,最高报酬,计薪周期,学历要求,技能要求,有效期至';
const WELDER =
  '焊工,10,全日制,焊接作业,能吃苦,两班倒,江苏省苏州市吴中区,6000,8000,月,中专,"氩弧焊、识图",2027-01-31';

let keys = 0;
const key = (): string => `import-${String(++keys)}`;
const csv = (...lines: string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);

async function upload(bytes: Buffer, fileName = '岗位.csv', purpose = 'jobPostingTable') {
  return uploadFile(scene.app, scene.enterprise.recruiter, { purpose, fileName, bytes });
}

const run = (
  fileId: string,
  isDryRun: boolean,
  as: As = scene.enterprise.recruiter,
  organisationId = scene.enterprise.id,
) =>
  scene.app.gql(
    IMPORT,
    { input: { idempotencyKey: key(), organisationId, fileId, isDryRun } },
    { as },
  );
const undo = (importId: string, as: As = scene.enterprise.recruiter) =>
  scene.app.gql(UNDO, { input: { importId } }, { as });
const apply = (importId: string, as: As = scene.enterprise.recruiter) =>
  scene.app.gql(APPLY, { input: { idempotencyKey: key(), importId } }, { as });
const issuesOf = async (id: string) => {
  const { data } = await scene.app.gql(ISSUES, { id }, { as: scene.enterprise.recruiter });
  return data.jobPostingImportIssues?.nodes as unknown;
};
const drafts = async () => {
  const { rows } = await scene.app.database.pool.query(
    `select title, state, headcount, pay_min_fen::int, is_complete,
       (select code from region_codes c where c.region_id = p.region_id and c.valid_to is null) as region,
       (select array_agg(value order by value) from job_posting_requirements q where q.job_posting_id = p.id) as skills
     from job_postings p order by title`,
  );
  return rows as unknown[];
};

describe('a company’s own table of postings', () => {
  it('is previewed with a report of each row, applied as drafts and taken back', async () => {
    const file = await upload(
      csv(
        HEADER,
        WELDER,
        '叉车工,若干,全日制,搬运,无,无,江苏省苏州市吴中区,面议,,月,,,2026-01-01',
        '质检员,3,,检验,,,火星基地,5000,4000,月,,,',
        WELDER,
        '仓管员,2,,,,,,,,,,,',
      ),
    );
    const preview = await run(file, true);
    const { id } = preview.data.importJobPostings.import as { id: string };
    expect(preview.data.importJobPostings).toEqual({
      import: {
        id,
        state: 'PREVIEWED',
        fileName: '岗位.csv',
        rowCount: 5,
        createdCount: 2,
        refusedCount: 3,
      },
      userErrors: [],
    });
    expect(await issuesOf(id)).toEqual([
      { line: 3, field: 'headcount', reason: 'INPUT_MALFORMED' },
      { line: 3, field: 'payMin', reason: 'INPUT_MALFORMED' },
      { line: 4, field: 'payMax', reason: 'JOB_POSTING_PAY_UPSIDE_DOWN' },
      { line: 5, field: 'title', reason: 'JOB_POSTING_DUPLICATE' },
    ]);
    expect(await drafts()).toEqual([]);

    expect((await apply(id)).data.applyJobPostingImport.import.state).toBe('FINISHED');
    expect(await drafts()).toEqual([
      {
        title: '仓管员',
        state: 'draft',
        headcount: 2,
        pay_min_fen: null,
        is_complete: false,
        region: null,
        skills: null,
      },
      {
        title: '焊工',
        state: 'draft',
        headcount: 10,
        pay_min_fen: 600_000,
        is_complete: true,
        region: '320506',
        skills: ['氩弧焊', '识图'],
      },
    ]);
    expect(refusals(await apply(id))).toEqual([
      { code: 'JOB_POSTING_IMPORT_WRONG_STATE', field: null },
    ]);

    const { rows } = await scene.app.database.pool.query<{ id: string }>(
      `select id from job_postings where title = '仓管员'`,
    );
    await update(rows[0]?.id ?? '', 1, { headcount: 4 });
    expect((await undo(id)).data.undoJobPostingImport.import.state).toBe('UNDONE');
    expect(await drafts()).toMatchObject([{ title: '仓管员', headcount: 4 }]);
    expect(refusals(await undo(id))).toEqual([
      { code: 'JOB_POSTING_IMPORT_WRONG_STATE', field: null },
    ]);
  });

  it('is written at once when asked to, from XLSX with English headers', async () => {
    const bytes = await writeXlsx(
      [{ title: 'Welder', headcount: 3 }],
      [
        { title: 'Title', value: (row) => row.title },
        { title: 'Headcount', value: (row) => row.headcount },
      ],
    );
    const { data } = await run(await upload(bytes, 'postings.xlsx'), false);
    expect(data.importJobPostings.import).toMatchObject({ state: 'FINISHED', createdCount: 1 });
    expect(await drafts()).toMatchObject([{ title: 'Welder', headcount: 3, state: 'draft' }]);
  });

  it.each([
    ['an unknown column', csv('岗位名称,星座', '焊工,白羊'), 'SPREADSHEET_COLUMN_UNKNOWN'],
    ['no column of titles', csv('招聘人数', '3'), 'SPREADSHEET_COLUMN_MISSING'],
    [
      'too many rows',
      csv(HEADER, ...Array.from({ length: 501 }, (_, i) => `焊工${String(i)}`)),
      'JOB_POSTING_IMPORT_TOO_MANY_ROWS',
    ],
  ])('with %s is refused as a whole', async (_, bytes, code) => {
    const file = await upload(bytes);
    await expectUntouched(async () => {
      expect(refusals(await run(file, true))).toEqual([{ code, field: ['fileId'] }]);
    });
  });

  it('without a usable row makes no drafts', async () => {
    const file = await upload(csv(HEADER, '焊工,零'));
    await expectUntouched(async () => {
      expect(refusals(await run(file, false))).toEqual([
        { code: 'JOB_POSTING_IMPORT_NOTHING_TO_APPLY', field: ['fileId'] },
      ]);
    });
  });

  it('is the organisation’s own business: files and imports of others are unknown', async () => {
    const file = await upload(csv(HEADER, WELDER));
    const other = await createEnterpriseWithRecruiter(scene.app);
    const { data } = await run(file, true);
    const { id } = data.importJobPostings.import as { id: string };
    const second = await upload(csv(HEADER, WELDER));
    await expectUntouched(async () => {
      const { recruiter } = other;
      expect(refusals(await run(second, true, recruiter, other.id))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['fileId'] },
      ]);
      expect(refusals(await run(second, true, recruiter))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['organisationId'] },
      ]);
      expect((await apply(id, recruiter)).data).toEqual((await apply(NOBODY, recruiter)).data);
      expect((await undo(id, recruiter)).data).toEqual((await undo(NOBODY, recruiter)).data);
      const seen = await scene.app.gql(ISSUES, { id }, { as: recruiter });
      expect(seen.data.jobPostingImportIssues).toBeNull();
      expect((await run(second, true, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await run(second, true, scene.bureau.officer)).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    });
  });

  it('has a template to fill in, which is taken as it is', async () => {
    for (const format of ['xlsx', 'csv']) {
      const { status, headers, body } = await scene.app.http({
        url: `/templates/job-postings.${format}`,
      });
      expect(status).toBe(200);
      expect(headers['content-disposition']).toBe(`attachment; filename="job-postings.${format}"`);
      const { data } = await run(await upload(body, `岗位.${format}`), true);
      expect(data.importJobPostings.import).toMatchObject({ createdCount: 1, refusedCount: 0 });
    }
    expect((await scene.app.http({ url: '/templates/job-postings.doc' })).status).toBe(404);
  });
});
