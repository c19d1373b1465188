import { writeXlsx } from '../../src/core/spreadsheet/index.js';
import { AffiliationsModule } from '../../src/modules/affiliations/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createCollegeWithClerk, createOrganisation } from '../factories/organisation.factory.js';
import { buildZip, honestParts, replaced } from '../integration/spreadsheet/zip-builder.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  APPLY,
  bringIn,
  csv,
  HEADER,
  ISSUES,
  NOBODY,
  PREVIEW,
  preview,
  rowCounts,
  STUDENTS,
  UNDO,
  uploadRoster,
  withKey,
} from './affiliations.support.js';

type College = Awaited<ReturnType<typeof createCollegeWithClerk>>;

describe('the roster of a college', () => {
  let app: TestApp;
  let college: College;

  beforeAll(async () => {
    app = await createTestApp({ modules: [AffiliationsModule] });
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  beforeEach(async () => {
    college = await createCollegeWithClerk(app);
  });
  afterAll(() => app.close());

  const students = async (who = college) =>
    (await app.gql(STUDENTS, { collegeId: who.id, first: 100 }, { as: who.clerk })).data
      .affiliations.nodes as {
      id: string;
      state: string;
      studentNumber: string;
      studentName: string;
    }[];
  const issues = async (id: string) =>
    (await app.gql(ISSUES, { id, first: 100 }, { as: college.clerk })).data.rosterImportIssues
      .nodes as object[];
  const placeOf = async (number: string) =>
    (
      await app.database.pool.query(
        `select state, student_name, major_code, major_name, class_name, education_level_code, graduation_year
         from affiliations where college_id = $1 and student_number = $2`,
        [college.id, number],
      )
    ).rows[0] as Record<string, unknown>;

  it('is read and compared first, written only when applied', async () => {
    const file = csv(
      HEADER,
      '20240101,王小明,机电一体化技术,机电2401,大专,2027',
      '20240102,艾力·买买提,460301,机电2401,31,2027届',
    );
    const before = await rowCounts(app);
    const { rosterImport, userErrors } = await preview(app, college.clerk, college.id, file);
    expect(userErrors).toEqual([]);
    expect(rosterImport).toMatchObject({
      state: 'PREVIEWED',
      rowCount: 2,
      newCount: 2,
      changedCount: 0,
      unchangedCount: 0,
      refusedCount: 0,
      undoneCount: null,
    });
    expect((await rowCounts(app))['affiliations']).toBe(before['affiliations']);

    const input = withKey({ rosterImportId: rosterImport.id });
    const applied = await app.gql(APPLY, input, { as: college.clerk });
    expect(applied.data.applyRosterImport).toMatchObject({
      rosterImport: { state: 'APPLIED' },
      userErrors: [],
    });
    const again = await app.gql(APPLY, input, { as: college.clerk });
    expect(again.data).toEqual(applied.data);
    expect((await students()).map((s) => [s.studentNumber, s.studentName, s.state])).toEqual([
      ['20240101', '王小明', 'ROSTERED'],
      ['20240102', '艾力·买买提', 'ROSTERED'],
    ]);
    expect(await placeOf('20240102')).toEqual({
      state: 'rostered',
      student_name: '艾力·买买提',
      major_code: '460301',
      major_name: '机电一体化技术',
      class_name: '机电2401',
      education_level_code: '31',
      graduation_year: 2027,
    });
    expect(await placeOf('20240101')).toMatchObject({ major_code: '460301' });
  });

  it('is taken as XLSX with English titles as well', async () => {
    const bytes = await writeXlsx(
      [{ number: '2024-07', name: 'Anna Li', major: '护理', year: 2027 }],
      [
        { title: 'Student number', value: (row) => row.number },
        { title: 'Name', value: (row) => row.name },
        { title: 'Major', value: (row) => row.major },
        { title: 'Graduation year', value: (row) => row.year },
      ],
    );
    await bringIn(app, college.clerk, college.id, bytes);
    expect(await placeOf('2024-07')).toMatchObject({
      student_name: 'Anna Li',
      graduation_year: 2027,
    });
  });

  it('reports what is refused by row, column and reason, and never the value', async () => {
    const file = csv(
      '学号,姓名,专业代码,专业,班级,学历,毕业年份',
      '20240201,李雷,,机电一体化技术,,,2027',
      '20240202,李雷,999999,,,,2027',
      '20240203,李雷,,护理,,留学,2027',
      '20240204,李雷,,护理,,,1980',
      '20240205,李雷,,护理,,,明年',
      '20240201,韩梅梅,,护理,,,2027',
      ',韩梅梅,,护理,,,2027',
      '2024 #7,韩梅梅,,护理,,,2027',
      '20240209,,,护理,,,2027',
      '20240210,韩梅梅,,,,,2027',
      '20240211,韩梅梅,,护理,,,',
      `20240212,${'韩'.repeat(51)},,护理,,,2027`,
      '20240213,=cmd|calc,,护理,,,2027',
      '20240214,韩梅梅,,999999,,,2027',
    );
    const { rosterImport } = await preview(app, college.clerk, college.id, file);
    expect(rosterImport).toMatchObject({ rowCount: 14, newCount: 1, refusedCount: 13 });
    expect(await issues(rosterImport.id)).toEqual([
      { row: 3, field: 'majorCode', reason: 'UNKNOWN_MAJOR' },
      { row: 4, field: 'educationLevel', reason: 'UNKNOWN_EDUCATION' },
      { row: 5, field: 'graduationYear', reason: 'IMPLAUSIBLE_YEAR' },
      { row: 6, field: 'graduationYear', reason: 'MALFORMED' },
      { row: 7, field: 'studentNumber', reason: 'DUPLICATE' },
      { row: 8, field: 'studentNumber', reason: 'REQUIRED' },
      { row: 9, field: 'studentNumber', reason: 'MALFORMED' },
      { row: 10, field: 'studentName', reason: 'REQUIRED' },
      { row: 11, field: 'majorName', reason: 'REQUIRED' },
      { row: 12, field: 'graduationYear', reason: 'REQUIRED' },
      { row: 13, field: 'studentName', reason: 'TOO_LONG' },
      { row: 14, field: 'studentName', reason: 'MALFORMED' },
      { row: 15, field: 'majorName', reason: 'UNKNOWN_MAJOR' },
    ]);
    const { rows } = await app.database.pool.query(
      `select string_agg(field || reason, '') as text from roster_import_issues where roster_import_id = $1`,
      [rosterImport.id],
    );
    expect((rows[0] as { text: string }).text).not.toMatch(/韩|李|9999|1980/);
  });

  it('keeps what a blank cell leaves out and clears what the file says to clear', async () => {
    await bringIn(
      app,
      college.clerk,
      college.id,
      csv(HEADER, '20240301,王芳,护理,护理2401,大专,2027'),
    );
    const file = csv(HEADER, '20240301,,,清空,,2028');
    const { rosterImport } = await preview(app, college.clerk, college.id, file);
    expect(rosterImport).toMatchObject({ newCount: 0, changedCount: 1, refusedCount: 0 });
    await app.gql(APPLY, withKey({ rosterImportId: rosterImport.id }), { as: college.clerk });
    expect(await placeOf('20240301')).toMatchObject({
      student_name: '王芳',
      major_name: '护理',
      class_name: null,
      education_level_code: '31',
      graduation_year: 2028,
    });
  });

  it('is taken back where nobody acted on it, and says how many stay', async () => {
    await bringIn(app, college.clerk, college.id, csv(HEADER, '20240401,王芳,护理,一班,,2027'));
    const id = await bringIn(
      app,
      college.clerk,
      college.id,
      csv(
        HEADER,
        '20240401,王芳,护理,二班,,2027',
        '20240402,李强,护理,二班,,2027',
        '20240403,赵敏,护理,二班,,2027',
      ),
    );
    await app.database.pool.query(
      `update affiliations set state = 'claimed', account_id = $1, version = version + 1
       where college_id = $2 and student_number = '20240403'`,
      [(await createAccount(app)).account.id, college.id],
    );
    const { data } = await app.gql(UNDO, { input: { rosterImportId: id } }, { as: college.clerk });
    expect(data.undoRosterImport).toMatchObject({
      rosterImport: { state: 'UNDONE', undoneCount: 2, keptCount: 1 },
      userErrors: [],
    });
    expect((await students()).map((s) => [s.studentNumber, s.state])).toEqual([
      ['20240401', 'ROSTERED'],
      ['20240403', 'CLAIMED'],
    ]);
    expect(await placeOf('20240401')).toMatchObject({ class_name: '一班' });
    const again = await app.gql(UNDO, { input: { rosterImportId: id } }, { as: college.clerk });
    expect(again.data.undoRosterImport.userErrors).toEqual([
      { code: 'ROSTER_IMPORT_WRONG_STATE', field: null },
    ]);
  });

  it('refuses a preview that is out of date, empty or applied already', async () => {
    const apply = async (rosterImportId: string) =>
      (await app.gql(APPLY, withKey({ rosterImportId }), { as: college.clerk })).data
        .applyRosterImport.userErrors as object[];
    const file = csv(HEADER, '20240501,王芳,护理,,,2027');
    const first = await preview(app, college.clerk, college.id, file);
    const second = await preview(app, college.clerk, college.id, file);
    expect(await apply(first.rosterImport.id)).toEqual([]);
    const before = await rowCounts(app);
    expect(await apply(second.rosterImport.id)).toEqual([
      { code: 'ROSTER_IMPORT_OUTDATED', field: null },
    ]);
    expect(await apply(first.rosterImport.id)).toEqual([
      { code: 'ROSTER_IMPORT_WRONG_STATE', field: null },
    ]);
    const third = await preview(app, college.clerk, college.id, file);
    expect(await apply(third.rosterImport.id)).toEqual([
      { code: 'ROSTER_IMPORT_NOTHING_TO_APPLY', field: null },
    ]);
    expect((await rowCounts(app))['affiliations']).toBe(before['affiliations']);
  });

  it('applies one of two rosters sent at once with the same new students', async () => {
    const file = csv(HEADER, '20240601,王芳,护理,,,2027', '20240602,李强,护理,,,2027');
    const previews = [
      await preview(app, college.clerk, college.id, file),
      await preview(app, college.clerk, college.id, file),
    ];
    const answers = await Promise.all(
      previews.map(({ rosterImport }) =>
        app.gql(APPLY, withKey({ rosterImportId: rosterImport.id }), { as: college.clerk }),
      ),
    );
    const codes = answers.map(
      ({ data }) => (data.applyRosterImport.userErrors as { code: string }[])[0]?.code ?? 'applied',
    );
    expect(codes.sort()).toEqual(['ROSTER_IMPORT_OUTDATED', 'applied']);
    expect(await students()).toHaveLength(2);
  });

  it.each([
    ['a header without number', csv('姓名,专业', '王芳,护理'), 'SPREADSHEET_COLUMN_MISSING'],
    [
      'a column nobody knows',
      csv(`${HEADER},身份证号`, '1,王芳,护理,,,2027,x'),
      'SPREADSHEET_COLUMN_UNKNOWN',
    ],
    ['a header twice', csv('学号,姓名,姓名', '1,王芳,王芳'), 'SPREADSHEET_COLUMN_DUPLICATE'],
  ])('refuses a file with %s', async (_, file, code) => {
    const fileId = await uploadRoster(app, college.clerk, file);
    const before = await rowCounts(app);
    const input = withKey({ collegeId: college.id, fileId });
    const { data } = await app.gql(PREVIEW, input, { as: college.clerk });
    expect(data.previewRosterImport).toEqual({
      rosterImport: null,
      userErrors: [{ code, field: ['fileId'] }],
    });
    expect(await rowCounts(app)).toEqual(before);
  });

  it('refuses a sheet that unpacks to a thousand times its size, and stays well', async () => {
    const bomb = buildZip(
      replaced(await honestParts(), /sheet1\.xml$/, (xml) =>
        xml.replace('<sheetData>', `<sheetData>${' '.repeat(120 * 1024 * 1024)}`),
      ),
    );
    const before = await rowCounts(app);
    await expect(uploadRoster(app, college.clerk, bomb, 'roster.xlsx')).rejects.toThrow(
      /Not taken: 4\d\d.*FILE_DAMAGED/,
    );
    expect((await rowCounts(app))['roster_imports']).toBe(before['roster_imports']);
    const { rosterImport } = await preview(
      app,
      college.clerk,
      college.id,
      csv(HEADER, '1001,王芳,护理,,,2027'),
    );
    expect(rosterImport).toMatchObject({ newCount: 1 });
  });

  it('takes only a finished file of the caller that was uploaded for it', async () => {
    const errorsOf = async (fileId: string, as = college.clerk) =>
      (await app.gql(PREVIEW, withKey({ collegeId: college.id, fileId }), { as })).data
        .previewRosterImport.userErrors as object[];
    const others = await createCollegeWithClerk(app);
    const file = csv(HEADER, '1001,王芳,护理,,,2027');
    const theirs = await uploadRoster(app, others.clerk, file);
    const notFound = [{ code: 'REQUEST_NOT_FOUND', field: ['fileId'] }];
    expect(await errorsOf(theirs)).toEqual(notFound);
    expect(await errorsOf(NOBODY)).toEqual(notFound);
    expect(await errorsOf('none')).toEqual([{ code: 'INPUT_MALFORMED', field: ['fileId'] }]);
    const begun = await app.gql(
      `mutation ($input: BeginFileUploadInput!) { beginFileUpload(input: $input) { fileUpload { fileId } } }`,
      withKey({ purpose: 'studentRoster', fileName: 'a.csv', sizeBytes: 10 }),
      { as: college.clerk },
    );
    expect(await errorsOf(begun.data.beginFileUpload.fileUpload.fileId as string)).toEqual([
      { code: 'FILE_NOT_UPLOADED', field: ['fileId'] },
    ]);
  });

  it('belongs to the college: nobody else sees, applies or undoes it', async () => {
    const others = await createCollegeWithClerk(app);
    const viewer = await createAccount(app);
    const enterprise = await createOrganisation(app, { kind: 'ENTERPRISE' });
    const id = await bringIn(app, college.clerk, college.id, csv(HEADER, '1001,王芳,护理,,,2027'));
    const before = await rowCounts(app);
    const seen = `query ($id: ID!) { rosterImport(id: $id) { id } }`;
    expect((await app.gql(seen, { id }, { as: others.clerk })).data).toEqual({
      rosterImport: null,
    });
    expect((await app.gql(seen, { id }, { as: college.clerk })).data.rosterImport).toEqual({ id });
    for (const rosterImportId of [id, NOBODY]) {
      const undone = await app.gql(UNDO, { input: { rosterImportId } }, { as: others.clerk });
      expect(undone.data.undoRosterImport.userErrors).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['rosterImportId'] },
      ]);
      const applied = await app.gql(APPLY, withKey({ rosterImportId }), { as: others.clerk });
      expect(applied.data.applyRosterImport.userErrors).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['rosterImportId'] },
      ]);
      const report = await app.gql(ISSUES, { id: rosterImportId }, { as: others.clerk });
      expect(report.errors?.[0]?.extensions.reason).toBe('REQUEST_NOT_FOUND');
    }
    for (const [as, code] of [
      [null, 'UNAUTHENTICATED'],
      [viewer, 'FORBIDDEN'],
      [enterprise.administrator, 'FORBIDDEN'],
    ] as const) {
      const refused = await app.gql(UNDO, { input: { rosterImportId: id } }, { as });
      expect(refused.errors?.[0]?.extensions.code).toBe(code);
    }
    expect(await rowCounts(app)).toEqual(before);
  });

  it('is shut while the college is not in good standing', async () => {
    const lapsed = await createCollegeWithClerk(app, { standing: 'LAPSED' });
    await createAffiliation(app, { collegeId: lapsed.id });
    const { errors } = await app.gql(STUDENTS, { collegeId: lapsed.id }, { as: lapsed.clerk });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
