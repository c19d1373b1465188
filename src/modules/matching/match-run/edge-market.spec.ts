import { MatchEngine } from '../engine/match-engine.js';
import { UNKNOWN_POSTING, UNKNOWN_SEEKER } from '../engine/match-features.js';
import { makeLists, type RankedLists } from '../engine/list-making.js';
import { EdgeMarket, type OpenSeats, type ScoredPerson } from './edge-market.js';

function edgeMarket(people: ScoredPerson[], postings: OpenSeats[]): EdgeMarket {
  const market = new EdgeMarket(postings);
  for (const person of people) market.add(person);
  return market;
}

function lists(market: Parameters<typeof makeLists>[0]): RankedLists {
  const steps = makeLists(market, { limit: 5 });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the market of scored pairs', () => {
  it('gives each seat first once and leaves out what is no longer open', () => {
    const person = (profileId: string) => ({
      profileId,
      jobPostingIds: ['closed', 'b', 'a'],
      scores: [950, 900, 600],
    });
    const postings = [
      { jobPostingId: 'a', employer: null, freeSeats: 1 },
      { jobPostingId: 'b', employer: null, freeSeats: 1 },
    ];
    const made = lists(edgeMarket([person('p'), person('q')], postings));
    const firsts = made.map((list) => list.find(({ isFirst }) => isFirst)?.posting);
    expect(firsts.sort()).toEqual([0, 1]);
    const scores = made.map((list) => list.map(({ posting, score }) => [posting, score]).sort());
    const both = [
      [0, 600],
      [1, 900],
    ];
    expect(scores).toEqual([both, both]);
  });

  it('is empty without people or postings', () => {
    expect(lists(edgeMarket([], []))).toEqual([]);
    const lonely = { profileId: 'p', jobPostingIds: ['x'], scores: [700] };
    expect(lists(edgeMarket([lonely], []))).toEqual([[]]);
  });

  it('takes further pairs, each once', () => {
    const person = { profileId: 'p', jobPostingIds: ['closed', 'b'], scores: [950, 900] };
    const postings = ['a', 'b'].map((jobPostingId) => ({
      jobPostingId,
      employer: null,
      freeSeats: 1,
    }));
    const market = edgeMarket([person], postings);
    market.extend(0, { profileId: 'p', jobPostingIds: ['b', 'a', 'd'], scores: [900, 8, 7] });
    expect(market.candidates(0)).toEqual({
      postings: Int32Array.of(0, 1),
      scores: Int16Array.of(8, 900),
    });
  });

  it('is made of other postings for each of those who are alike, so that none is left out by all', () => {
    const engine = MatchEngine.of(
      Array.from({ length: 12 }, (_, i) => ({
        ...UNKNOWN_POSTING,
        jobPostingId: String(i),
        title: '焊工',
      })),
    );
    const best = Array.from({ length: 40 }, (_, i) => [
      ...engine.best({ ...UNKNOWN_SEEKER, wishedTitles: ['焊工'], profileId: `p${i}` }, 4).postings,
    ]);
    expect(new Set(best.map((postings) => postings.length))).toEqual(new Set([4]));
    expect(new Set(best.flat()).size).toBe(12);
  });
});
