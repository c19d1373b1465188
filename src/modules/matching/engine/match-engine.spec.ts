import fc from 'fast-check';
import { markets } from '../../../../test/support/match-markets.js';
import { bestOf } from './candidates.js';
import { MatchEngine } from './match-engine.js';
import { explainMatch } from './match-explanation.js';
import {
  titlePieces,
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from './match-features.js';
import { MatchIndex } from './match-index.js';
import { RAISE } from './seat-auction.js';
import {
  interestShare,
  majorShare,
  occupationShare,
  payShare,
  placesOf,
  proposalQuota,
} from './match-score.rules.js';
import { pointsOf, WEIGHTS } from './score-weights.js';
import { skillFacts } from '../../reference-data/index.js';

const person: SeekerFeatures = {
  ...UNKNOWN_SEEKER,
  profileId: 'p',
  wishedTitles: ['数据分析师'],
  wishedOccupationCodes: [],
  wishedRegionIds: ['suzhou'],
  wishedPayMinFen: 600_000,
  skills: ['Python', 'SQL'],
  educationRank: 6,
  experienceYears: 1,
  hiddenFromOrganisationIds: [],
  collegeIds: [],
};
const posting: PostingFeatures = {
  ...UNKNOWN_POSTING,
  jobPostingId: 'j',
  organisationId: 'o',
  title: '数据分析师',
  occupationCode: null,
  regionPath: ['jiangsu', 'suzhou'],
  payMinFen: 500_000,
  payMaxFen: 700_000,
  skills: [
    { name: 'python', isRequired: false, weight: 3 },
    { name: 'Tableau', isRequired: false, weight: 1 },
  ],
  educationRank: 5,
  experienceYears: null,
  freeSeats: 2,
  audienceCollegeIds: null,
};

describe('explainMatch', () => {
  it('adds its terms up and names their evidence and what is missing', () => {
    const match = explainMatch(person, posting);
    expect(match.unmet).toEqual([]);
    const { maxima } = WEIGHTS;
    const [python, tableau] = posting.skills.map(
      ({ name, weight }) => weight * skillFacts(name).rarity,
    );
    const skills = (python ?? 0) / ((python ?? 0) + (tableau ?? 0));
    expect(match.terms.map((t) => [t.name, t.points, t.evidence, t.missing])).toEqual([
      ['WORK', maxima.WORK, ['数据分析师'], []],
      ['MAJOR', pointsOf('MAJOR', null), ['UNKNOWN'], []],
      ['SKILLS', pointsOf('SKILLS', skills), ['python'], ['Tableau']],
      ['PAY', pointsOf('PAY', 100_001 / 200_001), [], []],
      ['PLACE', maxima.PLACE, ['suzhou'], []],
      ['EXPERIENCE', pointsOf('EXPERIENCE', null), ['UNKNOWN'], []],
      ['BACKGROUND', maxima.BACKGROUND, [], []],
      ['INTEREST', pointsOf('INTEREST', null), ['UNKNOWN'], []],
    ]);
    expect(match.score).toBe(match.terms.reduce((sum, { points }) => sum + points, 0));
    expect(match.isFitting).toBe(true);
  });

  it.each([
    ['EDUCATION', {}, { educationRank: 7 }],
    ['EXPERIENCE', {}, { experienceYears: 3 }],
    ['REQUIRED_SKILL', {}, { skills: [{ name: 'Go', isRequired: true, weight: 5 }] }],
    ['CERTIFICATE', { certificates: ['焊工证'] }, { requiredCertificates: ['电工证'] }],
    ['SKILL_LEVEL', { skillLevel: 3 }, { skillLevel: 4 }],
    ['START_DATE', { availableFrom: '2027-03-02' }, { startsOn: '2027-03-01' }],
    ['REGION', { wishedRegionIds: ['wuxi'] }, {}],
    ['PAY', { wishedPayMinFen: 700_001 }, {}],
    ['SEATS', {}, { freeSeats: 0 }],
    ['HIDDEN', { hiddenFromOrganisationIds: ['o'] }, {}],
    ['AUDIENCE', { collegeIds: ['c1'] }, { audienceCollegeIds: ['c2'] }],
  ])('excludes a pair whose %s is known to be unmet', (name, ofPerson, ofPosting) => {
    expect(explainMatch({ ...person, ...ofPerson }, { ...posting, ...ofPosting }).unmet).toEqual([
      name,
    ]);
  });

  it('lets begin who is available on the day', () => {
    const day = '2027-03-01';
    const { unmet } = explainMatch(
      { ...person, availableFrom: day },
      { ...posting, startsOn: day },
    );
    expect(unmet).toEqual([]);
  });

  it('does not take what is not known for unmet', () => {
    const asking: PostingFeatures = {
      ...posting,
      startsOn: '2027-03-01',
      experienceYears: 5,
      skills: [{ name: 'Go', isRequired: true, weight: 5 }],
      requiredCertificates: ['电工证'],
      skillLevel: 4,
    };
    const unknown = { ...UNKNOWN_SEEKER, profileId: 'p', wishedTitles: ['数据分析师'] };
    const match = explainMatch(unknown, asking);
    expect(match.unmet).toEqual([]);
    // Nor for nothing: what pairs have on average stands for it.
    expect(match.terms.filter(({ isKnown }) => !isKnown).map((t) => [t.name, t.points])).toEqual(
      (['MAJOR', 'SKILLS', 'EXPERIENCE', 'BACKGROUND', 'INTEREST'] as const).map((name) => [
        name,
        pointsOf(name, null),
      ]),
    );
  });

  it('goes by what was done and learned where no wish is known', () => {
    const unknown = { ...UNKNOWN_SEEKER, profileId: 'p' };
    expect(explainMatch(unknown, posting).isFitting).toBe(false);
    const nurse = { ...posting, title: '护士', skills: [], majorCodes: ['520201'] };
    expect(explainMatch({ ...unknown, majors: ['520201'] }, nurse).isFitting).toBe(true);
    expect(explainMatch({ ...unknown, pastTitles: ['护士'] }, nurse).isFitting).toBe(true);
    // With a wish, it is the wish that counts.
    const clerk = { ...unknown, majors: ['520201'], wishedTitles: ['会计'] };
    expect(explainMatch(clerk, nurse).isFitting).toBe(false);
  });
});

describe('MatchIndex', () => {
  it('gives the score that the explanation adds up to, and no other postings than it finds fitting', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const index = MatchIndex.of(postings);
        for (const seeker of people) {
          const { postings: found, scores } = index.candidates(seeker);
          const expected = postings.flatMap((offer, i) => {
            const { isFitting, score } = explainMatch(seeker, offer);
            return isFitting ? [[i, score]] : [];
          });
          const pairs = Array.from(found, (i, at) => [i, scores[at] ?? 0] as const);
          expect(pairs.sort(([a], [b]) => a - b)).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('MatchEngine', () => {
  it('proposes only pairs without an unmet requirement, in order, within every quota and all places', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const engine = MatchEngine.of(postings);
        const lists = engine.rank(people, { limit: 3 });
        const proposals = new Map<number, number>();
        const firsts = new Map<number, number>();
        lists.forEach((list, i) => {
          const seeker = people[i];
          if (!seeker) throw new Error('a list without a person');
          expect(list.length).toBeLessThanOrEqual(3);
          list.forEach((pair, rank) => {
            const offer = engine.posting(pair.posting);
            expect(explainMatch(seeker, offer).unmet).toEqual([]);
            const before = list[rank - 1];
            if (pair.isFirst) {
              expect(rank).toBe(0);
              firsts.set(pair.posting, (firsts.get(pair.posting) ?? 0) + 1);
            } else if (before && !before.isFirst) {
              expect(pair.score - pair.price).toBeLessThanOrEqual(before.score - before.price);
            }
            proposals.set(pair.posting, (proposals.get(pair.posting) ?? 0) + 1);
          });
        });
        for (const [position, count] of proposals) {
          expect(count).toBeLessThanOrEqual(proposalQuota(engine.posting(position).freeSeats));
        }
        for (const [position, count] of firsts) {
          expect(count).toBeLessThanOrEqual(placesOf(engine.posting(position).freeSeats));
        }
      }),
    );
  });

  it('finds the best as it would among all that fit, without what is not wanted', () => {
    fc.assert(
      fc.property(markets, fc.integer({ min: 1, max: 4 }), ({ people, postings }, count) => {
        const engine = MatchEngine.of(postings);
        for (const seeker of people) {
          const without = new Set(['posting-1', 'posting-3']);
          for (const unwanted of [new Set<string>(), without]) {
            const all = [...engine.candidates(seeker, unwanted).scores].sort((a, b) => b - a);
            const best = engine.best(seeker, count, { without: unwanted });
            expect([...best.scores]).toEqual(all.slice(0, count));
            const isOut = Uint8Array.from({ length: engine.size }, (_, i) =>
              unwanted.has(engine.posting(i).jobPostingId) ? 1 : 0,
            );
            const { postings: left, scores } = engine.best(seeker, count, { isOut });
            expect([left, scores]).toEqual([best.postings, best.scores]);
            for (const position of best.postings) {
              expect(unwanted.has(engine.posting(position).jobPostingId)).toBe(false);
            }
          }
        }
      }),
    );
  });

  it('finds the same after changes as when it is built anew', () => {
    fc.assert(
      fc.property(markets, markets, fc.array(fc.nat(7)), ({ people, postings }, later, gone) => {
        const changed = later.postings;
        const left = postings.filter((_, i) => !gone.includes(i));
        const ids = new Set(changed.map(({ jobPostingId }) => jobPostingId));
        const now = [...left.filter(({ jobPostingId }) => !ids.has(jobPostingId)), ...changed];
        const goneIds = gone.flatMap((i) => postings[i]?.jobPostingId ?? []);
        const before = MatchEngine.of(postings);
        const found = before.with({ changed: [], gone: goneIds })?.with({ changed, gone: [] });
        const foundBy = (engine: MatchEngine | null | undefined) =>
          people.map((seeker) => {
            if (!engine) throw new Error('built anew for so few');
            const { postings: at, scores } = engine.candidates(seeker);
            return Object.fromEntries(
              Array.from(at, (i, k) => [engine.posting(i).jobPostingId, scores[k]]),
            );
          });
        expect(foundBy(found)).toEqual(foundBy(MatchEngine.of(now)));
        expect(foundBy(before)).toEqual(foundBy(MatchEngine.of(postings)));
      }),
    );
  });

  it('asks to be built anew when very many postings changed', () => {
    const changed = Array.from({ length: 2_001 }, (_, i) => ({
      ...posting,
      jobPostingId: `j${i}`,
    }));
    expect(MatchEngine.of([posting]).with({ changed, gone: [] })).toBeNull();
  });
});

describe('first places', () => {
  const titled = (jobPostingId: string, title: string, freeSeats = 1): PostingFeatures => ({
    ...posting,
    jobPostingId,
    title,
    freeSeats,
    skills: [],
  });
  const people = ['p1', 'p2', 'p3'].map((profileId) => ({ ...person, profileId }));
  const firstsOf = (engine: MatchEngine, ...args: Parameters<MatchEngine['rank']>): string[] =>
    engine
      .rank(...args)
      .map(([pair]) => (pair?.isFirst ? engine.posting(pair.posting).jobPostingId : 'none'));

  it('go to as many people as a posting has seats, and to the next best posting after that', () => {
    const engine = MatchEngine.of([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    expect(firstsOf(engine, people, { limit: 5 }).sort()).toEqual(['best', 'next', 'next']);
    const [list] = engine.rank(people.slice(0, 1), { limit: 5 });
    const [best, next] = list ?? [];
    // What the next one is worth less, and the least raise.
    expect(best).toMatchObject({
      isFirst: true,
      price: (best?.score ?? 0) - (next?.score ?? 0) + RAISE,
    });
    expect(next).toMatchObject({ isFirst: false, price: 0 });
  });

  it('hide no posting from anybody: what a person is not sent to first stays on the list', () => {
    const engine = MatchEngine.of([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    for (const list of engine.rank(people, { limit: 5 })) expect(list).toHaveLength(2);
  });

  it('are spread where postings are worth the same', () => {
    const engine = MatchEngine.of(['a', 'b', 'c'].map((id) => titled(id, '数据分析师', 9)));
    expect(firstsOf(engine, people, { limit: 5 }).sort()).toEqual(['a', 'b', 'c']);
  });

  it('are not given twice: those that others have are gone', () => {
    const engine = MatchEngine.of([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    const given = new Map([['best', { count: 1, price: 310 }]]);
    const [list] = engine.rank(people.slice(0, 1), { limit: 5, given });
    expect(
      list?.map(({ posting: i, isFirst, price }) => [
        engine.posting(i).jobPostingId,
        isFirst,
        price,
      ]),
    ).toEqual([
      ['next', true, 0],
      ['best', false, 310],
    ]);
  });

  it('are followed by at most a third of one employer, while others have something that fits', () => {
    const of = (employer: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...titled(`${employer}-${i}`, '数据分析师', 9),
        employer,
      }));
    const employersOf = (postings: PostingFeatures[]) => {
      const engine = MatchEngine.of(postings);
      const [list = []] = engine.rank(people.slice(0, 1), { limit: 6 });
      return list.map(({ posting: i }) => engine.posting(i).employer).sort();
    };
    expect(employersOf([...of('large', 20), ...of('b', 2), ...of('c', 2)])).toEqual([
      'b',
      'b',
      'c',
      'c',
      'large',
      'large',
    ]);
    expect(employersOf([...of('large', 20), ...of('b', 1)])).toEqual([
      'b',
      'large',
      'large',
      'large',
      'large',
      'large',
    ]);
    expect(employersOf(of('large', 20).map((each) => ({ ...each, employer: null })))).toHaveLength(
      6,
    );
  });

  it('leave out what the person does not want', () => {
    const engine = MatchEngine.of([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    const without = new Map([['p1', new Set(['best'])]]);
    expect(firstsOf(engine, people.slice(0, 2), { limit: 5, without })).toEqual(['next', 'best']);
  });
});

describe('formulas', () => {
  it('finds the best with ties by position, from the start given round the end', () => {
    const found = (scores: number[], count: number, start = 0, out: number[] = []) => {
      const isOut = Uint8Array.from(scores, (_, i) => (out.includes(i) ? 1 : 0));
      const postings = Int32Array.from(scores.keys());
      const best = bestOf({ postings, scores: Int16Array.from(scores) }, count, { start, isOut });
      expect(Array.from(best.scores)).toEqual(Array.from(best.postings, (i) => scores[i]));
      return [Array.from(best.postings), best.isAll];
    };
    expect(found([300, 900, 300, 200, 900, 299], 3)).toEqual([[1, 4, 0], false]);
    expect(found([300, 900], 5)).toEqual([[1, 0], true]);
    expect(found([], 5)).toEqual([[], true]);
    expect(found([300, 900, 300, 300], 2, 2)).toEqual([[1, 2], false]);
    expect(found([300, 900, 300, 300], 3, 3)).toEqual([[1, 3, 0], false]);
    expect(found([300, 900, 300, 300], 3, 3, [1])).toEqual([[3, 0, 2], true]);
    expect(found([300, 900, 300], 2, 9)).toEqual([[1, 0], false]);
  });

  it('grades majors by the digits of their codes', () => {
    expect(majorShare('460301', '460301')).toBe(1);
    expect(majorShare('460305', '460301')).toBe(0.75);
    expect(majorShare('460101', '460301')).toBe(0.4);
    expect(majorShare('520201', '460301')).toBe(0);
    expect(majorShare('护理', '520201')).toBe(0);
  });

  it('grades interest by doublings, and not before it says anything', () => {
    expect(interestShare(0)).toBeNull();
    expect(interestShare(1)).toBeNull();
    expect(interestShare(20)).toBe(1);
    expect(interestShare(500)).toBe(1);
    const [two, four, eight] = [2, 4, 8].map((count) => interestShare(count) ?? 0);
    expect((four ?? 0) - (two ?? 0)).toBeCloseTo((eight ?? 0) - (four ?? 0), 12);
  });

  it('grades occupations by their common ancestors', () => {
    expect(occupationShare('4-07-05-01', '4-07-05-01')).toBe(1);
    expect(occupationShare('4-07-05-01', '4-07-05-02')).toBe(0.75);
    expect(occupationShare('4-07-05-01', '4-07-01-01')).toBe(0.4);
    expect(occupationShare('4-07-05-01', '4-01-01-01')).toBe(0);
  });

  it('grades pay between the wish and what is offered', () => {
    expect(payShare(null, 1, 2)).toBe(1);
    expect(payShare(5, null, null)).toBeNull();
    expect(payShare(600, 500, 700)).toBeCloseTo(0.5, 1);
    expect(payShare(800, 500, 700)).toBe(0);
  });

  it('cuts titles into pairs of characters', () => {
    expect([...titlePieces('A、数 据')]).toEqual(['a数', '数据']);
    expect([...titlePieces('工')]).toEqual(['工']);
  });
});
