import fc from 'fast-check';
import { markets, protectedFacts } from '../../../../test/support/match-markets.js';
import { MatchEngine } from './match-engine.js';
import { MatchIndex } from './match-index.js';
import { explainMatch } from './match-explanation.js';
import { seekerFeatures } from './match-features.js';

describe('who a person is', () => {
  it('never changes a rank, a score or a reason: sex, ethnicity, household, marriage, photo, name', () => {
    fc.assert(
      fc.property(
        markets.chain((market) =>
          fc.record({
            market: fc.constant(market),
            facts: fc.array(protectedFacts, {
              minLength: market.people.length,
              maxLength: market.people.length,
            }),
          }),
        ),
        ({ market: { people, postings }, facts }) => {
          const named = people.map((person, i) => ({ ...facts[i], ...person }));
          const engine = MatchEngine.of(postings);
          expect(engine.rank(named, { limit: 5 })).toEqual(engine.rank(people, { limit: 5 }));
          named.forEach((person, i) => {
            const plain = people[i];
            if (!plain) throw new Error('a person too many');
            expect(seekerFeatures(person)).toEqual(plain);
            for (const posting of postings) {
              expect(explainMatch(person, posting)).toEqual(explainMatch(plain, posting));
            }
          });
        },
      ),
    );
  });

  it('is not among the features', () => {
    const [market] = fc.sample(
      markets.filter(({ people }) => people.length > 0),
      1,
    );
    expect(market?.people.map((person) => Object.keys(seekerFeatures(person)).sort())[0]).toEqual([
      'availableFrom',
      'certificates',
      'collegeIds',
      'educationRank',
      'experienceYears',
      'hiddenFromOrganisationIds',
      'majors',
      'pastTitles',
      'profileId',
      'skillLevel',
      'skills',
      'wishedOccupationCodes',
      'wishedPayMinFen',
      'wishedRegionIds',
      'wishedTitles',
    ]);
  });
});

describe('reasons', () => {
  it('none is above its maximum, and all together give the score of the engine for every pair', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const index = MatchIndex.of(postings);
        for (const person of people) {
          const scores = index.scores(person);
          for (const [i, posting] of postings.entries()) {
            const { unmet, terms } = explainMatch(person, posting);
            const sum = terms.reduce((points, term) => points + term.points, 0);
            expect(scores[i]).toBe(unmet.length > 0 ? 0 : sum);
            for (const { points, maximum } of terms) {
              expect(points).toBeGreaterThanOrEqual(0);
              expect(points).toBeLessThanOrEqual(maximum);
            }
          }
        }
      }),
    );
  });

  it('are of the score that the list is ordered by', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const engine = MatchEngine.of(postings);
        engine.rank(people, { limit: 5 }).forEach((list, i) => {
          const person = people[i];
          if (!person) throw new Error('a list without a person');
          for (const pair of list) {
            expect(explainMatch(person, engine.posting(pair.posting)).score).toBe(pair.score);
          }
        });
      }),
    );
  });
});
