import { inflateRawSync } from 'node:zlib';
import { UnitOfWork } from '../../src/core/database/index.js';
import { readRows, type TableRow } from '../../src/core/spreadsheet/index.js';
import { readZipDirectory } from '../../src/core/spreadsheet/zip-directory.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAgreement } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { readPdf } from '../support/pdf-glyphs.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

const EXPORT = `mutation ($input: ExportAgreementRegistryInput!) {
  exportAgreementRegistry(input: $input) { downloadUrl userErrors { code field message } } }`;
const FORMULA = '=HYPERLINK("http://example.invalid","点我")';

interface Exported {
  readonly downloadUrl: string | null;
  readonly userErrors: readonly { code: string; field: string[] | null; message: string }[];
}

let app: TestApp;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  college = await createCollegeWithClerk(app, { name: '苏州测试职业技术学院' });
});
afterAll(() => app.close());

async function write(input: object, as: As = college.clerk, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const all = keyed({ organisationId: college.id, format: 'XLSX', ...input });
  const { data, errors } = await app.gql(EXPORT, { input: all }, { as, locale });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.exportAgreementRegistry as Exported;
}
async function fileOf({ downloadUrl }: Exported): Promise<Buffer> {
  const { status, body } = await app.http({ url: downloadUrl ?? '' });
  expect(status).toBe(200);
  return body;
}
/** The sheet as it stands in the package: a reader would take a formula for its result. */
function sheetOf(bytes: Buffer): string {
  const part = readZipDirectory(bytes)?.find(({ name }) => name.endsWith('sheet1.xml'));
  if (!part) throw new Error('There is no sheet');
  return inflateRawSync(bytes.subarray(part.start, part.start + part.packedSize)).toString();
}
async function rowsIn(bytes: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readRows(bytes)) rows.push(row);
  return rows;
}
const savedFiles = async (): Promise<number> =>
  (await app.database.pool.query(`select from stored_files`)).rowCount ?? 0;

describe('the register as a workbook', () => {
  it('says what the list says, in the language of the request, and runs no formula', async () => {
    const enterprise = await createOrganisation(app, { regionCode: REGION.tongren, name: FORMULA });
    await createAgreement(app, { college, enterprise, title: '+1+1', endsOn: '2027-11-22' });
    await createAgreement(app, { college, state: 'AWAITING_SIGNATURES', title: '不在其中' });
    const bytes = await fileOf(await write({ filter: { states: ['EFFECTIVE'] } }));
    const rows = await rowsIn(bytes);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [
        '协议编号',
        '协议名称',
        '协议类型',
        '合作形式',
        '签约各方',
        '所在省份',
        '状态',
        '签订日期',
        '开始日期',
        '结束日期',
      ],
      [
        expect.stringMatching(/^XQ-2026-\d{6}$/),
        '+1+1',
        '校企合作协议',
        '订单班',
        `苏州测试职业技术学院、${FORMULA}`,
        '江苏省、贵州省',
        '生效中',
        '2026-11-23',
        '2026-11-23',
        '2027-11-22',
      ],
    ]);
    const sheet = sheetOf(bytes);
    expect(sheet).toContain('<c r="E2" t="s">');
    expect(sheet).not.toContain('<f>');
    const english = await rowsIn(await fileOf(await write({}, college.clerk, 'en')));
    expect(english[0]?.cells[0]).toBe('Number');
    expect(english).toHaveLength(3);
  });

  it('is recorded, once for a request that is repeated', async () => {
    await createAgreement(app, { college });
    const idempotencyKey = 'register-1';
    await write({ idempotencyKey });
    await write({ idempotencyKey });
    expect(await savedFiles()).toBe(1);
    const { rows } = await app.database.pool.query(
      `select detail from audit_entries where action = 'takeOutAgreementRegistry'`,
    );
    expect(rows).toMatchObject([{ detail: { format: 'XLSX', agreements: 1 } }]);
  });
});

describe('the register as a document', () => {
  it('has the counts and the list, with a mark for signs that the font lacks', async () => {
    const enterprise = await createOrganisation(app, {
      regionCode: REGION.tongren,
      name: '铜仁\u{323AF}测试有限公司',
    });
    const { id } = await createAgreement(app, { college, enterprise, endsOn: '2027-11-22' });
    const pages = await readPdf(await fileOf(await write({ format: 'PDF' })));
    const text = pages
      .map((page) => page.text)
      .join('')
      .replaceAll(/\s/g, '');
    expect(text).toContain('苏州测试职业技术学院·协议台账');
    expect(text).toContain('截至2026-11-2310:00:00');
    expect(text).toContain('共签订1份，其中生效中1份、已结束0份；合作单位1家。');
    expect(text).toContain('江苏省1100');
    expect(text).toContain('贵州省1101');
    expect(text).toContain('校企合作协议1101');
    expect(text).toContain('20261101');
    expect(text).toContain('铜仁〓测试有限公司');
    const { rows } = await app.database.pool.query<{ number: string }>(
      `select agreement_number as number from agreements where id = $1`,
      [id],
    );
    expect(text).toContain(rows[0]?.number);
  });

  it('of nothing says so in numbers', async () => {
    const pages = await readPdf(await fileOf(await write({ format: 'PDF' }, college.clerk, 'en')));
    const text = pages.map((page) => page.text).join(' ');
    expect(text).toContain('0 signed, of which 0 in force and 0 ended; 0 partner organisations.');
  });
});

describe('what is refused', () => {
  it('more agreements than a file holds, with both numbers', async () => {
    const { id } = await createAgreement(app, { college });
    // As many as a restore would bring, without what the triggers want of each.
    await app.get(UnitOfWork).run(async () => {
      const { db } = app.get(UnitOfWork);
      await db.$executeRaw`set local session_replication_role = replica`;
      await db.$executeRaw`insert into agreements
        select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'agreement_number', 'XQ-2020-' || n))).*
        from agreements a, generate_series(1, 1000) n where id = ${id}::uuid`;
      await db.$executeRaw`insert into agreement_parties (agreement_id, position, role, organisation_id, name)
        select a.id, p.position, p.role, p.organisation_id, p.name from agreements a, agreement_parties p
        where p.agreement_id = ${id}::uuid and a.id <> ${id}::uuid`;
    });
    const before = await savedFiles();
    const { downloadUrl, userErrors } = await write({ format: 'PDF' });
    expect({ downloadUrl, userErrors }).toEqual({
      downloadUrl: null,
      userErrors: [
        {
          code: 'AGREEMENT_REGISTRY_TOO_MANY',
          field: null,
          message: '符合条件的协议有 1001 份，一次最多导出 1000 份，请缩小筛选范围',
        },
      ],
    });
    expect(await savedFiles()).toBe(before);
    expect(await write({ format: 'PDF', filter: { text: 'XQ-2020-99' } })).toMatchObject({
      userErrors: [],
    });
    expect(await rowsIn(await fileOf(await write({})))).toHaveLength(1002);
  });

  it('the register of others, and a filter that means nothing', async () => {
    const other = await createEnterpriseWithRecruiter(app);
    const refusals = [
      await write({}, other.recruiter),
      await write({ filter: { provinceCode: '320500' } }),
    ];
    expect(refusals).toMatchObject([
      {
        downloadUrl: null,
        userErrors: [{ code: 'REQUEST_NOT_FOUND', field: ['organisationId'] }],
      },
      {
        downloadUrl: null,
        userErrors: [
          { code: 'AGREEMENT_REGISTRY_NOT_A_PROVINCE', field: ['filter', 'provinceCode'] },
        ],
      },
    ]);
    expect(await savedFiles()).toBe(0);
  });
});
