import { DomainError } from '../../../src/core/errors/index.js';
import {
  openTable,
  readRows,
  writeXlsx,
  type ReadOptions,
  type TableRow,
} from '../../../src/core/spreadsheet/index.js';
import { buildZip, honestParts, replaced, type ZipPart } from './zip-builder.js';

async function read(file: Buffer, options?: ReadOptions): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readRows(file, options)) rows.push(row);
  return rows;
}

async function refusal(file: Buffer, options?: ReadOptions): Promise<string> {
  try {
    await read(file, options);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'read';
}

const SHEET = /sheet1\.xml$/;
const MEGABYTE = 1024 * 1024;

describe('reading XLSX', () => {
  it('gives back what was written, with the rows counted as the person sees them', async () => {
    const file = await writeXlsx(
      [
        { name: '张三', count: 12.5, day: new Date('2026-03-01T16:00:00Z'), isOpen: true },
        { name: '', count: null, day: null, isOpen: null },
        { name: '=1+1', count: 0.1 + 0.2, day: new Date('2026-03-02T01:30:00Z'), isOpen: false },
      ],
      [
        { title: '姓名', value: (row) => row.name },
        { title: '人数', value: (row) => row.count },
        { title: '日期', value: (row) => row.day },
        { title: '开放', value: (row) => row.isOpen },
        { title: '编号', value: () => 320_501_199_001_011_234n },
      ],
    );
    expect(await read(file)).toEqual([
      { line: 1, cells: ['姓名', '人数', '日期', '开放', '编号'], problem: null },
      {
        line: 2,
        cells: ['张三', '12.5', '2026-03-02', 'TRUE', '320501199001011234'],
        problem: null,
      },
      { line: 3, cells: ['', '', '', '', '320501199001011234'], problem: null },
      {
        line: 4,
        cells: ['=1+1', '0.3', '2026-03-02 09:30:00', 'FALSE', '320501199001011234'],
        problem: null,
      },
    ]);
  });

  it('writes texts that are no XML without breaking the file', async () => {
    const file = await writeXlsx(
      [{ text: 'a\u0000b\ud800c<&>"\uffff' }, { text: 'x'.repeat(40_000) }],
      [{ title: '内容', value: (row) => row.text }],
    );
    const rows = await read(file);
    expect(rows[1]?.cells).toEqual(['abc<&>"']);
    expect(rows[2]?.cells[0]).toHaveLength(32_767);
  });

  it('leaves blank rows out and keeps the numbers of the others', async () => {
    const file = await writeXlsx(['a', null, 'b'], [{ title: 'x', value: (row) => row }]);
    expect((await read(file)).map((row) => [row.line, row.cells[0]])).toEqual([
      [1, 'x'],
      [2, 'a'],
      [4, 'b'],
    ]);
  });

  it('reads 5,000 rows of 10 columns', async () => {
    const file = await writeXlsx(
      Array.from({ length: 5_000 }, (_, n) => n),
      Array.from({ length: 10 }, (_, column) => ({
        title: `c${String(column)}`,
        value: (n: number) => `${String(n)}-${String(column)}`,
      })),
    );
    const table = await openTable(
      file,
      Array.from({ length: 10 }, (_, c) => ({ key: `c${String(c)}`, title: `c${String(c)}` })),
    );
    let count = 0;
    for await (const { values } of table.records) {
      if (count === 4_999) expect(values.c9).toBe('4999-9');
      count += 1;
    }
    expect(count).toBe(5_000);
  });

  it('stops its thread when the reader stops early', async () => {
    const file = await writeXlsx(['a', 'b', 'c'], [{ title: 'x', value: (row) => row }]);
    for await (const row of readRows(file)) {
      expect(row.line).toBe(1);
      break;
    }
  });
});

describe('a hostile XLSX', () => {
  let parts: ZipPart[];
  beforeAll(async () => {
    parts = await honestParts();
  });

  it('is built from parts that are read when left alone', async () => {
    expect((await read(buildZip(parts))).map((row) => row.cells)).toEqual([['姓名'], ['张三']]);
  });

  const cases: [string, string, (parts: ZipPart[]) => Buffer][] = [
    [
      'a bomb of 40 MB',
      'SPREADSHEET_HOSTILE',
      (p) =>
        buildZip([
          ...p,
          { name: 'xl/worksheets/sheet9.xml', content: Buffer.alloc(40 * MEGABYTE, 32) },
        ]),
    ],
    [
      'a bomb in many parts',
      'SPREADSHEET_HOSTILE',
      (p) => {
        const content = Buffer.from('x'.repeat(1_000).concat('yz'))
          .toString('base64')
          .repeat(7_000);
        const more = Array.from({ length: 20 }, (_, n) => ({
          name: `xl/media/${String(n)}.xml`,
          content,
        }));
        return buildZip([...p, ...more]);
      },
    ],
    [
      'a part larger than it declares',
      'SPREADSHEET_DAMAGED',
      (p) =>
        buildZip([
          ...p,
          { name: 'xl/extra.xml', content: Buffer.alloc(5 * MEGABYTE, 32), declaredSize: 1_000 },
        ]),
    ],
    [
      'a part smaller than it declares',
      'SPREADSHEET_DAMAGED',
      (p) => buildZip([...p, { name: 'xl/extra.xml', content: 'short', declaredSize: 500 }]),
    ],
    [
      'an external entity',
      'SPREADSHEET_HOSTILE',
      (p) =>
        buildZip(
          replaced(p, SHEET, (t) =>
            t.replace(/\?>/, '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
          ),
        ),
    ],
    [
      'entities that multiply',
      'SPREADSHEET_HOSTILE',
      (p) =>
        buildZip(
          replaced(
            p,
            /workbook\.xml$/,
            (t) => `<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${t}`,
          ),
        ),
    ],
    [
      'XML in UTF-16, where entities would hide',
      'SPREADSHEET_HOSTILE',
      (p) =>
        buildZip(
          p.map((part) =>
            SHEET.test(part.name)
              ? { ...part, content: Buffer.from(`\uFEFF${part.content.toString()}`, 'utf16le') }
              : part,
          ),
        ),
    ],
    [
      'macros',
      'SPREADSHEET_MACROS',
      (p) => buildZip([...p, { name: 'xl/vbaProject.bin', content: 'macro' }]),
    ],
    [
      'macros under another case',
      'SPREADSHEET_MACROS',
      (p) => buildZip([...p, { name: 'xl\\VBAproject.BIN', content: 'macro' }]),
    ],
    [
      'the type of a macro workbook',
      'SPREADSHEET_MACROS',
      (p) =>
        buildZip(
          replaced(p, /Content_Types/, (t) =>
            t.replace('spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'),
          ),
        ),
    ],
    [
      'Excel 4 macro sheets',
      'SPREADSHEET_MACROS',
      (p) => buildZip([...p, { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]),
    ],
    [
      'an encrypted part',
      'SPREADSHEET_ENCRYPTED',
      (p) => buildZip(p.map((part) => ({ ...part, flags: 1 }))),
    ],
    [
      'a password',
      'SPREADSHEET_ENCRYPTED',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(512),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    [
      'the format of 1997',
      'SPREADSHEET_LEGACY_FORMAT',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]),
    ],
    [
      'a document of another kind',
      'SPREADSHEET_UNKNOWN_FORMAT',
      (p) =>
        buildZip(
          p.map((part) => ({
            ...part,
            name: part.name.replace('xl/workbook.xml', 'word/document.xml'),
          })),
        ),
    ],
    [
      'a plain zip',
      'SPREADSHEET_UNKNOWN_FORMAT',
      () => buildZip([{ name: 'a.txt', content: 'hello' }]),
    ],
    ['half a file', 'SPREADSHEET_DAMAGED', (p) => buildZip(p).subarray(0, 1_500)],
    ['a file without its last bytes', 'SPREADSHEET_DAMAGED', (p) => buildZip(p).subarray(0, -10)],
    [
      'a path upwards',
      'SPREADSHEET_HOSTILE',
      (p) => buildZip([...p, { name: 'xl/../../etc/cron.xml', content: '<x/>' }]),
    ],
    [
      'an absolute path',
      'SPREADSHEET_HOSTILE',
      (p) => buildZip([...p, { name: '/etc/passwd', content: 'x' }]),
    ],
    ['a part twice', 'SPREADSHEET_DAMAGED', (p) => buildZip([...p, ...p])],
    [
      'too many parts',
      'SPREADSHEET_DAMAGED',
      (p) =>
        buildZip([
          ...p,
          ...Array.from({ length: 2_001 }, (_, n) => ({ name: `${String(n)}.png`, content: '' })),
        ]),
    ],
    [
      'a rare packing method',
      'SPREADSHEET_HOSTILE',
      (p) => buildZip([...p, { name: 'xl/extra.xml', content: 'abc', method: 12 }]),
    ],
    [
      'no sheet',
      'SPREADSHEET_DAMAGED',
      (p) => buildZip(p.filter((part) => !SHEET.test(part.name))),
    ],
    [
      'a sheet that is no XML',
      'SPREADSHEET_DAMAGED',
      (p) => buildZip(replaced(p, SHEET, () => '{"not": "xml"}')),
    ],
    [
      'one cell a million rows down',
      'SPREADSHEET_TOO_MANY_ROWS',
      (p) =>
        buildZip(
          replaced(p, SHEET, (t) =>
            t.replace(
              '</sheetData>',
              '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
            ),
          ),
        ),
    ],
  ];

  it.each(cases)('with %s is refused as %s', async (_, code, build) => {
    const began = performance.now();
    expect(await refusal(build(parts))).toBe(code);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('whose cells lie at the far corner of the sheet ends at the memory or cell limit, not with us', async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, n) => `<row r="${String(n + 10)}"><c r="XFD${String(n + 10)}"><v>1</v></c></row>`,
    );
    const file = buildZip(
      replaced(parts, SHEET, (t) => t.replace('</sheetData>', `${rows.join('')}</sheetData>`)),
    );
    expect(['SPREADSHEET_TOO_MANY_CELLS', 'SPREADSHEET_TOO_LARGE']).toContain(await refusal(file));
  });

  it('that cannot be parsed in time is given up', async () => {
    expect(await refusal(buildZip(parts), { timeoutMs: 1 })).toBe('SPREADSHEET_TOO_SLOW');
  });

  it('names the cell that cannot be read', async () => {
    const file = buildZip(
      replaced(parts, SHEET, (t) =>
        t.replace('</sheetData>', '<row r="3"><c r="B3" t="s"><v>99</v></c></row></sheetData>'),
      ),
    );
    await expect(read(file)).rejects.toMatchObject({
      code: 'SPREADSHEET_UNREADABLE_CELL',
      params: { line: 3, column: 2 },
    });
  });
});
