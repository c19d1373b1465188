import { rankResults, type RankedHit, type RankedQuery } from './rank-results.js';

const HIT: RankedHit = {
  ...{ id: 'plain', title: '焊工', skills: [], occupationCodes: [], employer: null },
  ...{ regionIds: ['js', 'nj', 'xw'], publishedAt: 0 },
};
const QUERY: RankedQuery = {
  ...{ text: '焊工', words: ['焊工'], occupations: new Set(), now: 0 },
  ...{ near: [], answerRateOf: () => 0.5 },
};
const hit = (id: string, changes: Partial<RankedHit> = {}): RankedHit => ({
  ...{ ...HIT, ...changes, id },
});
const order = (hits: readonly RankedHit[], query: Partial<RankedQuery> = {}): string[] =>
  rankResults(hits, { ...QUERY, ...query }).map(({ id }) => id);

describe('rankResults', () => {
  it('puts the title that is the text before one that has it, and that before one that does not', () => {
    const hits = [hit('none', { title: '电焊学徒' }), hit('has', { title: '高级焊工' }), hit('is')];
    expect(order(hits)).toEqual(['is', 'has', 'none']);
  });

  it('puts an occupation that is called so before a word of the title, and after a title that has the text', () => {
    const hits = [
      hit('word', { title: '焊接设备销售' }),
      hit('called', { title: '金属加工', occupationCodes: ['6', '6-18', '6-18-02-04'] }),
      hit('above', { title: '金属加工', occupationCodes: ['6', '6-18'] }),
      hit('has', { title: '高级焊接工' }),
    ];
    const query = { text: '焊接工', words: ['焊接', '工'], occupations: new Set(['6-18-02-04']) };
    expect(order(hits, query)).toEqual(['has', 'called', 'word', 'above']);
  });

  it('puts nearer work first: the same county, city, province, elsewhere', () => {
    const hits = [
      hit('elsewhere', { regionIds: ['sh', 'sh1', 'pd'] }),
      hit('province', { regionIds: ['js', 'wx', 'bh'] }),
      hit('city', { regionIds: ['js', 'sz', 'gs'] }),
      hit('county', { regionIds: ['js', 'sz', 'wz'] }),
    ];
    const near = ['js', 'sz', 'wz'];
    expect(order(hits, { near })).toEqual(['county', 'city', 'province', 'elsewhere']);
    expect(order(hits)).toEqual(['elsewhere', 'province', 'city', 'county']);
  });

  it('counts as the city what is known of the viewer no further', () => {
    const hits = [
      hit('other', { regionIds: ['js', 'wx'] }),
      hit('same', { regionIds: ['js', 'sz'] }),
    ];
    expect(order(hits, { near: ['js', 'sz'] })).toEqual(['same', 'other']);
  });

  it('puts employers first that answer, and the words before that', () => {
    const answerRateOf = (employer: string | null): number => (employer === 'good' ? 1 : 0);
    const hits = [hit('silent', { employer: 'bad' }), hit('answers', { employer: 'good' })];
    expect(order(hits, { answerRateOf })).toEqual(['answers', 'silent']);
    const better = [
      hit('is', { employer: 'bad' }),
      hit('has', { employer: 'good', title: '焊工组长' }),
    ];
    expect(order(better, { answerRateOf })).toEqual(['is', 'has']);
  });

  it('lets no employer take more than three places among ten while others fit as well', () => {
    const many = Array.from({ length: 6 }, (_, n) => hit(`a${String(n)}`, { employer: 'a' }));
    const others = [hit('b', { employer: 'b' }), hit('c', { employer: 'c' })];
    expect(order([...many, ...others])).toEqual(['a0', 'a1', 'a2', 'b', 'c', 'a3', 'a4', 'a5']);
    const less = many.slice(0, 2).map((one) => ({ ...one, id: `${one.id}-`, title: '电焊学徒' }));
    const other = hit('d', { title: '电焊学徒', employer: 'd' });
    expect(order([...many.slice(0, 3), ...less, other])).toEqual([
      ...['a0', 'a1', 'a2', 'd', 'a0-', 'a1-'],
    ]);
  });
});
