import fc from 'fast-check';
import { highest } from './highest.js';
import { MatchEngine } from './match-engine.js';
import { explainMatch } from './match-explanation.js';
import { titlePieces, type PostingFeatures, type SeekerFeatures } from './match-features.js';
import { MatchIndex } from './match-index.js';
import { RAISE } from './seat-auction.js';
import { occupationShare, payShare, placesOf, proposalQuota } from './match-score.rules.js';

const person: SeekerFeatures = {
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
    expect(match.terms.map((t) => [t.name, t.points, t.evidence, t.missing])).toEqual([
      ['WORK', 400, ['数据分析师'], []],
      ['SKILLS', 225, ['python'], ['Tableau']],
      ['PAY', 75, [], []],
      ['PLACE', 100, ['suzhou'], []],
      ['BACKGROUND', 50, [], []],
    ]);
    expect(match.score).toBe(850);
  });

  it.each([
    ['EDUCATION', {}, { educationRank: 7 }],
    ['EXPERIENCE', {}, { experienceYears: 3 }],
    ['REQUIRED_SKILL', {}, { skills: [{ name: 'Go', isRequired: true, weight: 5 }] }],
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

  it('does not take what is not known for unmet', () => {
    const unknown = { ...person, educationRank: null, experienceYears: null };
    expect(explainMatch(unknown, { ...posting, experienceYears: 5 }).unmet).toEqual([]);
  });
});

const words = fc.constantFrom('数据分析师', '数据挖掘工程师', '操作工', '护理员', 'Java开发');
const skills = fc.constantFrom('python', 'sql', 'java', '焊接', 'excel');
const seekers = fc.record({
  profileId: fc.constant('p'),
  wishedTitles: fc.array(words, { maxLength: 3 }),
  wishedOccupationCodes: fc.array(fc.constantFrom('4-07-05-01', '2-02-10-03'), { maxLength: 2 }),
  wishedRegionIds: fc.array(fc.constantFrom('a', 'b'), { maxLength: 1 }),
  wishedPayMinFen: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  skills: fc.array(skills, { maxLength: 4 }),
  educationRank: fc.option(fc.integer({ min: 2, max: 7 })),
  experienceYears: fc.option(fc.integer({ min: 0, max: 9 })),
  hiddenFromOrganisationIds: fc.constant([]),
  collegeIds: fc.subarray(['c1', 'c2']),
});
const offers = fc.record({
  jobPostingId: fc.uuid(),
  organisationId: fc.constant(null),
  title: words,
  occupationCode: fc.option(fc.constantFrom('4-07-05-01', '4-07-05-02', '2-02-01-01')),
  regionPath: fc.subarray(['a', 'c']),
  payMinFen: fc.option(fc.integer({ min: 1, max: 900_000 })),
  payMaxFen: fc.option(fc.integer({ min: 900_000, max: 2_000_000 })),
  skills: fc.uniqueArray(
    fc.record({ name: skills, isRequired: fc.boolean(), weight: fc.integer({ min: 1, max: 10 }) }),
    { maxLength: 3, selector: (s) => s.name },
  ),
  educationRank: fc.option(fc.integer({ min: 2, max: 7 })),
  experienceYears: fc.option(fc.integer({ min: 0, max: 9 })),
  freeSeats: fc.option(fc.integer({ min: 0, max: 3 })),
  audienceCollegeIds: fc.option(fc.subarray(['c1', 'c2'])),
});

describe('MatchIndex', () => {
  it('gives the score that the explanation adds up to', () => {
    fc.assert(
      fc.property(seekers, fc.array(offers, { maxLength: 12 }), (seeker, postings) => {
        const scores = new MatchIndex(postings).scores(seeker);
        postings.forEach((offer, i) => {
          const { score, terms, unmet } = explainMatch(seeker, offer);
          const isExcluded = unmet.some(
            (name) => !['REQUIRED_SKILL', 'HIDDEN', 'AUDIENCE'].includes(name),
          );
          const isAbout = terms.some(
            (t) => t.points > 0 && (t.name === 'WORK' || t.name === 'SKILLS'),
          );
          expect(scores[i]).toBe(isAbout && !isExcluded ? score : 0);
        });
      }),
    );
  });
});

describe('MatchEngine', () => {
  it('proposes only pairs without an unmet requirement, in order, within every quota and all places', () => {
    fc.assert(
      fc.property(
        fc.array(seekers, { maxLength: 30 }),
        fc.array(offers, { minLength: 1, maxLength: 12 }),
        (people, postings) => {
          const engine = new MatchEngine(postings);
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
        },
      ),
    );
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
    const engine = new MatchEngine([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
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
    const engine = new MatchEngine([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    for (const list of engine.rank(people, { limit: 5 })) expect(list).toHaveLength(2);
  });

  it('are spread where postings are worth the same', () => {
    const engine = new MatchEngine(['a', 'b', 'c'].map((id) => titled(id, '数据分析师', 9)));
    expect(firstsOf(engine, people, { limit: 5 }).sort()).toEqual(['a', 'b', 'c']);
  });

  it('are not given twice: those that others have are gone', () => {
    const engine = new MatchEngine([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
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

  it('leave out what the person does not want', () => {
    const engine = new MatchEngine([titled('best', '数据分析师'), titled('next', '数据专员', 5)]);
    const without = new Map([['p1', new Set(['best'])]]);
    expect(firstsOf(engine, people.slice(0, 2), { limit: 5, without })).toEqual(['next', 'best']);
  });
});

describe('formulas', () => {
  it('finds the highest scores with ties by position', () => {
    expect(highest(Int16Array.from([300, 900, 300, 100, 900, 299]), 3, 150)).toEqual([1, 4, 0]);
    expect(highest(Int16Array.from([300, 900]), 5, 150)).toEqual([1, 0]);
    expect(highest(Int16Array.from([10, 20]), 5, 150)).toEqual([]);
    expect(highest(Int16Array.from([300, 900, 300, 300]), 2, 150, 2)).toEqual([1, 2]);
    expect(highest(Int16Array.from([300, 900, 300, 300]), 3, 150, 3)).toEqual([1, 3, 0]);
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
