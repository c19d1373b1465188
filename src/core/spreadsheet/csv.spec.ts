import { DomainError } from '../errors/index.js';
import { readRows, type ReadOptions } from './read-rows.js';
import { openTable } from './table.js';
import { writeCsv } from './write-table.js';

type Shown = readonly [line: number, cells: readonly string[] | string];

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** Rows as `[line, cells]`, or `[line, code]` for a row with a problem. */
async function read(file: string | Buffer, options?: ReadOptions): Promise<Shown[]> {
  const rows = await all(readRows(Buffer.from(file), options));
  return rows.map(({ line, cells, problem }) => [line, problem ? problem.code : cells]);
}

async function refusal(file: string | Buffer, options?: ReadOptions): Promise<string> {
  try {
    await read(file, options);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'read';
}

/** "姓名,工种 / 张三,电工" in GBK. */
const GBK = Buffer.from('d0d5c3fb2cb9a4d6d60ad5c5c8fd2cb5e7b9a40a', 'hex');
const TEXT = '姓名,工种\n张三,电工\n';
const ROWS: Shown[] = [
  [1, ['姓名', '工种']],
  [2, ['张三', '电工']],
];

describe('reading CSV', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['GBK', GBK],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['tabs', Buffer.from(TEXT.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(TEXT.replaceAll(',', ';'))],
    ['no last line end', Buffer.from(TEXT.trimEnd())],
  ])('takes %s', async (_, file) => {
    expect(await read(file)).toEqual(ROWS);
  });

  it('takes characters that only GB18030 has', async () => {
    // 㐀 (U+3400) is 81 39 EE 39.
    const file = Buffer.concat([GBK, Buffer.from('8139ee392cb5e7b9a40a', 'hex')]);
    expect(await read(file)).toEqual([...ROWS, [3, ['㐀', '电工']]]);
  });

  it('keeps delimiters, line breaks and doubled quotes inside quotes, and counts lines rightly after them', async () => {
    expect(await read('a,b\r\n"1,5","x\r\ny\r\n""z"""\r\n3,4\r\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1,5', 'x\ny\n"z"']],
      [5, ['3', '4']],
    ]);
  });

  it.each<[string, string, Shown[]]>([
    [
      'text after a closing quote',
      'a,b\n1,"x"y\n3,4\n5,6\n',
      [
        [1, ['a', 'b']],
        [2, 'SPREADSHEET_BROKEN_QUOTES'],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'a quote inside a bare cell',
      'a,b\n1,2"3\n4,5\n',
      [
        [1, ['a', 'b']],
        [2, 'SPREADSHEET_BROKEN_QUOTES'],
        [3, ['4', '5']],
      ],
    ],
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"4\n5,6\n7,8\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, 'SPREADSHEET_BROKEN_QUOTES'],
        [4, ['5', '6']],
        [5, ['7', '8']],
      ],
    ],
    [
      'two slips far apart',
      'a\n"1\n2\n3"x\n4\n',
      [
        [1, ['a']],
        [2, 'SPREADSHEET_BROKEN_QUOTES'],
        [3, ['2']],
        [4, 'SPREADSHEET_BROKEN_QUOTES'],
        [5, ['4']],
      ],
    ],
  ])('loses no other row to %s', async (_, text, rows) => {
    expect(await read(text)).toEqual(rows);
  });

  it('leaves blank rows out without losing count', async () => {
    expect(await read('a,b\n\n,\n1,2\n\n\n')).toEqual([
      [1, ['a', 'b']],
      [4, ['1', '2']],
    ]);
  });

  it('reports a cell of a million characters and reads on', async () => {
    const rows = await read(`a,b\n1,${'x'.repeat(1_000_000)}\n3,4\n`);
    expect(rows).toEqual([
      [1, ['a', 'b']],
      [2, 'SPREADSHEET_CELL_TOO_LONG'],
      [3, ['3', '4']],
    ]);
  });

  it('reports a quoted cell of a million characters and quotes as well', async () => {
    const rows = await read(`a,b\n1,"${'x""\n'.repeat(1_000)}${'""x'.repeat(333_333)}"\n3,4\n`);
    expect(rows).toEqual([
      [1, ['a', 'b']],
      [2, 'SPREADSHEET_CELL_TOO_LONG'],
      [1003, ['3', '4']],
    ]);
  });

  it('reports a row of ten thousand columns and reads on', async () => {
    expect(await read(`a\n${','.repeat(10_000)}x\nb\n`)).toEqual([
      [1, ['a']],
      [2, 'SPREADSHEET_TOO_MANY_COLUMNS'],
      [3, ['b']],
    ]);
  });

  it.each<[string, string, string | Buffer, ReadOptions?]>([
    ['nothing', 'SPREADSHEET_EMPTY', ''],
    ['blank lines only', 'SPREADSHEET_EMPTY', '\n\n , ,\n'],
    ['bytes of no encoding', 'SPREADSHEET_ENCODING', Buffer.from('61ff2cff0a', 'hex')],
    [
      'UTF-8 cut in the middle of a character',
      'SPREADSHEET_ENCODING',
      Buffer.from(TEXT.repeat(20)).subarray(0, -5),
    ],
    ['a binary file', 'SPREADSHEET_UNKNOWN_FORMAT', Buffer.from('a,b\n\u0001\u0002,\n')],
    ['a mark and then broken UTF-8', 'SPREADSHEET_ENCODING', Buffer.from('efbbbf61ff', 'hex')],
    ['more bytes than allowed', 'SPREADSHEET_TOO_LARGE', 'a,b,c\n'.repeat(10), { maxBytes: 40 }],
    ['more rows than allowed', 'SPREADSHEET_TOO_MANY_ROWS', 'a\n'.repeat(11), { maxRows: 10 }],
    [
      'more cells than allowed',
      'SPREADSHEET_TOO_MANY_CELLS',
      'a,b,c\n'.repeat(10),
      { maxCells: 29 },
    ],
  ])('refuses %s as %s', async (_, code, file, options = {}) => {
    expect(await refusal(file, options)).toBe(code);
  });

  it('takes as many rows and cells as allowed', async () => {
    expect(await read('a,b\n'.repeat(10), { maxRows: 10, maxCells: 20 })).toHaveLength(10);
  });

  it('reads a file full of broken quotes in linear time', async () => {
    const began = performance.now();
    expect(await read('a"\n'.repeat(20_000))).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('openTable', () => {
  const COLUMNS = [
    { key: 'name', title: '姓名', aliases: ['学生姓名', 'student name'], isRequired: true },
    { key: 'major', title: '专业', isRequired: true },
    { key: 'phone', title: '手机号' },
  ] as const;

  it.each([
    '姓名,专业,手机号',
    'PHONE,Major,Name',
    '手机号（选填）, 专 业 *,Student_Name',
    '手机号:,专业(必填),学生姓名＊',
  ])('finds the columns of %s', async (header) => {
    const phoneFirst = !header.startsWith('姓名');
    const row = phoneFirst ? '138,机电,张三' : '张三,机电,138';
    const table = await openTable(Buffer.from(`${header}\n${row}\n`), COLUMNS);
    expect(table.headerProblems).toEqual([]);
    expect(await all(table.records)).toEqual([
      { line: 2, values: { name: '张三', major: '机电', phone: '138' }, problem: null },
    ]);
  });

  it('leaves an absent optional column and a short row empty', async () => {
    const table = await openTable(Buffer.from('姓名,专业\n张三\n'), COLUMNS);
    expect(await all(table.records)).toEqual([
      { line: 2, values: { name: '张三', major: '', phone: '' }, problem: null },
    ]);
  });

  it('names everything that is wrong with the header at once and reads nothing', async () => {
    const table = await openTable(Buffer.from('姓名,爱好,name\n张三,x,y\n'), COLUMNS);
    expect(table.headerProblems.map(({ code, params }) => [code, params])).toEqual([
      ['SPREADSHEET_COLUMN_UNKNOWN', { column: '爱好', position: 2 }],
      ['SPREADSHEET_COLUMN_DUPLICATE', { column: '姓名', position: 3 }],
      ['SPREADSHEET_COLUMN_MISSING', { column: '专业' }],
    ]);
    expect(await all(table.records)).toEqual([]);
    expect(table.headerProblems[2]?.text('zh-CN')).toBe('缺少“专业”列');
  });
});

describe('writeCsv', () => {
  const columns = [
    { title: '内容', value: (row: { text: string }) => row.text },
    { title: '数', value: () => -5 },
    { title: '时间', value: () => new Date('2026-01-01T00:00:00Z') },
  ];

  it('leads what a spreadsheet would run with an apostrophe, and nothing else', () => {
    const texts = ['=1+1', '+86138', '-x', '@SUM(A1)', '\tx', ' =1', 'a=b', '5-3'];
    const written = writeCsv(
      texts.map((text) => ({ text })),
      columns,
    ).toString();
    expect(written.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      '\uFEFF内容',
      "'=1+1",
      "'+86138",
      "'-x",
      "'@SUM(A1)",
      "'\tx",
      "' =1",
      'a=b',
      '5-3',
      '',
    ]);
    expect(written.split('\r\n')[1]).toBe("'=1+1,-5,2026-01-01 08:00:00");
  });

  it('quotes what needs it and leaves the mark out when told', async () => {
    const file = writeCsv([{ text: 'a,"b"\nc' }], columns, { withByteOrderMark: false });
    expect(file.subarray(0, 3).toString()).toBe('内');
    expect((await read(file))[1]?.[1]).toEqual(['a,"b"\nc', '-5', '2026-01-01 08:00:00']);
  });
});
