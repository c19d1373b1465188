import fc from 'fast-check';
import {
  fitTitleRarity,
  LEAST_TITLES,
  pieces,
  titleSimilarity,
  titleVector,
} from './title-similarity.js';

function alike(a: string, b: string): number {
  return titleSimilarity(titleVector(a), titleVector(b));
}

describe('title similarity', () => {
  it('cuts Chinese into characters and pairs, Latin into words and runs of three letters', () => {
    expect([...pieces('Java（开发）')]).toEqual([
      '=java',
      '^ja',
      'jav',
      'ava',
      'va$',
      '^开',
      '开',
      '发',
      '开发',
    ]);
    expect([...pieces('C++')]).toEqual(['=c', '^c$', '=++', '^++', '++$']);
    expect([...pieces('、 ')]).toEqual([]);
  });

  it('is 1 for the same title, whatever its signs and case, and 0 without a common piece', () => {
    expect(alike('Java开发工程师', 'java 开发工程师（急聘）')).toBeLessThan(1);
    expect(alike('数据分析师', '「数据分析师」')).toBeCloseTo(1, 12);
    expect(alike('WELDER', 'welder')).toBeCloseTo(1, 12);
    expect(alike('护理员', '叉车司机')).toBe(0);
    expect(alike('', '护理员')).toBe(0);
  });

  it('weighs what is rare: the trade says more than the word for somebody who does it', () => {
    expect(alike('焊接工程师', '高级焊接工')).toBeGreaterThan(alike('焊接工程师', '前端工程师'));
    expect(alike('Welder', 'Welding operator')).toBeGreaterThan(0);
  });

  it('is symmetric and between 0 and 1', () => {
    const titles = fc.string({ unit: fc.constantFrom(...'数据分析师工程 java'), maxLength: 12 });
    fc.assert(
      fc.property(titles, titles, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('fitTitleRarity', () => {
  /** Different titles that have the word in common. */
  const titles = (word: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${word} ${i}`);

  it('keeps what at least twenty titles have in common, rarer above more common, and no text', () => {
    const table = fitTitleRarity(
      [...titles('焊工', LEAST_TITLES), ...titles('普工', 200), ...titles('密', 19)],
      3,
    );
    expect(table).toMatchObject({ version: 3, titleCount: 239 });
    const common = fitTitleRarity(titles('普工', 200), 3);
    const han = Object.entries(table.weights).filter(([key]) => !(key in common.weights));
    // 焊, 焊 at the beginning, and 焊工.
    expect(han.map(([, weight]) => weight)).toEqual([61, 61, 61]);
    expect(JSON.stringify(table)).not.toMatch(/\p{Script=Han}/u);
    expect(table.unknown.han).toBeGreaterThan(60);
  });

  it('counts a title once, however many postings bear it', () => {
    const once = fitTitleRarity([...titles('焊工', 30), ...titles('普工', 40)], 1);
    const often = fitTitleRarity(
      [...titles('焊工', 30), ...titles('普工', 40), ...Array.from({ length: 90 }, () => '焊工 1')],
      1,
    );
    expect(often).toEqual(once);
  });

  it('knows what a piece that it has not seen says in its own script', () => {
    const { unknown } = fitTitleRarity([...titles('焊工', 300), ...titles('welder', 30)], 1);
    expect(unknown.latin).toBeGreaterThan(0);
    expect(unknown.han).not.toBe(unknown.latin);
  });

  it('gives the same whatever the order', () => {
    const some = [...titles('焊工', 30), ...titles('普工', 40)];
    expect(JSON.stringify(fitTitleRarity(some.toReversed(), 1))).toBe(
      JSON.stringify(fitTitleRarity(some, 1)),
    );
  });
});
