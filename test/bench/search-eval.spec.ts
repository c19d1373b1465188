import { averagePrecision, ndcg10, recallAt } from '../../bench/eval/support/search-metrics.js';
import { drawQueries } from '../../bench/eval/support/search-queries.js';
import { titled, type Searched } from '../../bench/eval/support/search-documents.js';

const DOCUMENTS: readonly Searched[] = [
  titled('1', '仓库管理员'),
  titled('2', '管理员'),
  titled('3', '高级管理员助理'),
  titled('4', 'Java开发工程师'),
  titled('5', '数据库'),
  { ...titled('o-1', '仓储管理人员'), occupation: ['库管', '仓管'] },
];

describe('the query set', () => {
  it('is the same for the same seed, and another for another', () => {
    const texts = (seed: number) => drawQueries(DOCUMENTS, seed).known.map(({ text }) => text);
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  it('asks for words where they stand inside other words, and knows what has them', () => {
    const { known } = drawQueries(DOCUMENTS, 1);
    const of = (kind: string) =>
      known.filter((each) => each.kind === kind).map(({ text, relevant }) => [text, [...relevant]]);
    expect(of('suffix')).toEqual([['管理员', ['1', '2', '3']]]);
    expect(of('inner')).toEqual([['管理员', ['1', '2', '3']]]);
    // 库管 stands in a title as well.
    expect(of('alias')).toEqual([['仓管', ['o-1']]]);
    expect(of('pinyin').sort()).toEqual([
      ['guanliyuan', ['1', '2', '3']],
      ['shujuku', ['5']],
    ]);
    expect(of('traditional').sort()).toEqual([
      ['數據庫', ['5']],
      ['管理員', ['1', '2', '3']],
    ]);
    expect(of('mixed').map(([, relevant]) => relevant)).toEqual([['4']]);
  });
});

describe('the figures', () => {
  const relevant = new Set(['a', 'c', 'e']);
  it('are those of the books', () => {
    expect(recallAt(['a', 'b', 'c', 'd'], relevant, 2)).toBeCloseTo(1 / 3, 12);
    // Right hits at the first, the third and no place: (1 + 2/3 + 0) / 3.
    expect(averagePrecision(['a', 'b', 'c', 'd'], relevant)).toBeCloseTo(5 / 9, 12);
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    expect(ndcg10(['a', 'b', 'c'], relevant)).toBeCloseTo(1.5 / ideal, 12);
    expect([
      recallAt([], relevant, 20),
      averagePrecision([], relevant),
      ndcg10([], relevant),
    ]).toEqual([0, 0, 0]);
  });
});
