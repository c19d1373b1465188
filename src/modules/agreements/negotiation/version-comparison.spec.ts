import { diffText } from './text-diff.js';
import { clauseChanges, factChanges, obligationChanges } from './version-comparison.js';

const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ kind, text }) => ({ KEPT: text, REMOVED: `[-${text}]`, INSERTED: `[+${text}]` })[kind])
    .join('');

describe('a changed text', () => {
  it.each([
    [
      '一个数字',
      '每年接收实习学生40人。',
      '每年接收实习学生60人。',
      '每年接收实习学生[-40][+60]人。',
    ],
    ['一个词', '由企业提供住宿。', '由学校提供住宿。', '由[-企业][+学校]提供住宿。'],
    ['无', '双方另行协商。', '双方另行协商。', '双方另行协商。'],
    ['新增', '', '违约责任', '[+违约责任]'],
    ['删去', '违约责任', '', '[-违约责任]'],
    ['句尾', '自签署之日起生效', '自签署之日起生效，有效期三年', '自签署之日起生效[+，有效期三年]'],
    [
      'English',
      'within thirty days of notice',
      'within sixty days of notice',
      'within [-thirty][+sixty] days of notice',
    ],
  ])('is shown by words: %s', (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('gives back both texts, whatever changed', () => {
    let seed = 7;
    const random = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    const letters = [...'甲乙双方学校企业接收实习学生，。；\n 1240aé𠮷'];
    const text = (): string =>
      Array.from({ length: random(80) }, () => letters[random(letters.length)] ?? '').join('');
    for (let run = 0; run < 500; run += 1) {
      const [before, after] = [text(), text()];
      const segments = diffText(before, after);
      const without = (kind: string): string =>
        segments.flatMap((segment) => (segment.kind === kind ? [] : segment.text)).join('');
      expect(without('INSERTED')).toBe(before);
      expect(without('REMOVED')).toBe(after);
    }
  });

  it('is shown as replaced where hardly anything is left, without working on it for long', () => {
    const before = Array.from({ length: 6_000 }, (_, index) => `a${index} `).join('');
    const after = Array.from({ length: 6_000 }, (_, index) => `b${index} `).join('');
    const started = performance.now();
    const segments = diffText(before, after);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(segments[0]).toMatchObject({ kind: 'REMOVED' });
    expect(segments[1]).toMatchObject({ kind: 'INSERTED' });
  });

  it('has at most a hundred pieces, the last of which replace the rest', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `第${index}款按双方约定执行\n`);
    const before = lines.map((line, index) => `${line}旧${index}\n`).join('');
    const after = lines.map((line, index) => `${line}新${index}\n`).join('');
    const segments = diffText(before, after);
    expect(segments).toHaveLength(100);
    const without = (kind: string): string =>
      segments.flatMap((segment) => (segment.kind === kind ? [] : segment.text)).join('');
    expect(without('INSERTED')).toBe(before);
    expect(without('REMOVED')).toBe(after);
  });
});

const clause = (key: string, position: number, body = key) => ({
  key,
  position,
  heading: '',
  body,
});
const said = (before: ReturnType<typeof clause>[], after: ReturnType<typeof clause>[]) =>
  clauseChanges(before, after).map(
    ({ key, change, isMoved }) => `${key} ${change}${isMoved ? ' moved' : ''}`,
  );

describe('clauses of two versions', () => {
  const before = [clause('a', 1), clause('b', 2), clause('c', 3), clause('d', 4)];

  it('are the same, changed, added and removed in place', () => {
    const after = [clause('a', 1), clause('c', 2, '改'), clause('n', 3), clause('d', 4)];
    expect(said(before, after)).toEqual([
      'a UNCHANGED',
      'b REMOVED',
      'c CHANGED',
      'n ADDED',
      'd UNCHANGED',
    ]);
  });

  it('count as moved only where they left the order, not for what went or came before them', () => {
    expect(said(before, [clause('b', 1), clause('c', 2), clause('d', 3), clause('a', 4)])).toEqual([
      'b UNCHANGED',
      'c UNCHANGED',
      'd UNCHANGED',
      'a UNCHANGED moved',
    ]);
    expect(
      said(before, [
        clause('n', 1),
        ...before.map((old) => ({ ...old, position: old.position + 1 })),
      ]),
    ).toEqual(['n ADDED', 'a UNCHANGED', 'b UNCHANGED', 'c UNCHANGED', 'd UNCHANGED']);
  });

  it('begin with what went from the start', () => {
    expect(said(before, [clause('c', 1)])).toEqual([
      'a REMOVED',
      'b REMOVED',
      'c UNCHANGED',
      'd REMOVED',
    ]);
  });
});

it('facts and obligations of two versions are told where they differ', () => {
  const promise = {
    key: 'k',
    partyPosition: 2,
    metric: 'GRADUATES_HIRED',
    quantity: 2,
    dueOn: '2027-06-30',
    proof: 'RECORDS',
  } as const;
  const version = {
    title: '合作协议',
    subKind: 'ORDER_CLASS',
    promisedStudents: 40,
    startsOn: '2026-12-01',
    endsOn: '2027-11-30',
    clauses: [],
    annexes: [],
    obligations: [promise],
    internship: null,
  };
  const later = { ...version, promisedStudents: null, endsOn: '2028-11-30' };
  expect(factChanges(version, later)).toEqual([
    { fact: 'ENDS_ON', before: '2027-11-30', after: '2028-11-30' },
    { fact: 'PROMISED_STUDENTS', before: '40', after: null },
  ]);
  const internship = {
    postTitle: '数控操作员',
    monthlyPay: 4_800,
    postMonthlyPay: 6_000,
    hoursPerDay: 8,
    hoursPerWeek: 40,
    hasNightWork: false,
    hostEmployees: 100,
    postEmployees: 5,
    collegeTutor: '王老师',
    hostTutor: '李师傅',
  };
  expect(
    factChanges(
      { ...version, internship },
      { ...version, internship: { ...internship, monthlyPay: 3_000, hasNightWork: true } },
    ),
  ).toEqual([
    { fact: 'MONTHLY_PAY', before: '4800', after: '3000' },
    { fact: 'NIGHT_WORK', before: 'NO', after: 'YES' },
  ]);
  expect(obligationChanges([promise], [{ ...promise, quantity: 3 }])).toMatchObject([
    { change: 'CHANGED', before: { quantity: 2 }, after: { quantity: 3 } },
  ]);
  expect(obligationChanges([promise], [])).toMatchObject([{ change: 'REMOVED', after: null }]);
});
