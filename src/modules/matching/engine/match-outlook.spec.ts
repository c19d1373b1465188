import fc from 'fast-check';
import { markets } from '../../../../test/support/match-markets.js';
import { MatchEngine } from './match-engine.js';
import { explainMatch } from './match-explanation.js';
import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from './match-features.js';
import { outlookOf, personWith, standingOf } from './match-outlook.js';

function fitting(person: SeekerFeatures, postings: readonly PostingFeatures[]) {
  return postings.flatMap((posting) => {
    const { isFitting, score } = explainMatch(person, posting);
    return isFitting ? [{ id: posting.jobPostingId, score }] : [];
  });
}

function rankOf(person: SeekerFeatures, postings: readonly PostingFeatures[], id: string) {
  const all = fitting(person, postings);
  const own = all.find((each) => each.id === id);
  return own ? all.filter(({ score }) => score > own.score).length + 1 : null;
}

const provinceOf = (regionId: string) => (regionId === 'jiangsu' ? null : 'jiangsu');

describe('where a posting stands', () => {
  it('is its place among all that fit, and each change does what it says', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const engine = MatchEngine.of(postings);
        for (const person of people) {
          for (const { jobPostingId } of postings) {
            const standing = standingOf(engine, person, jobPostingId);
            expect(standing.fittingCount).toBe(fitting(person, postings).length);
            expect(standing.rank).toBe(rankOf(person, postings, jobPostingId));
            for (const change of standing.changes) {
              const otherwise = personWith(person, change);
              expect(change.rankBefore).toBe(standing.rank);
              expect(change.rankAfter).toBe(rankOf(otherwise, postings, jobPostingId));
              expect(change.rankAfter ?? Infinity).toBeLessThan(standing.rank ?? Infinity);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is none for a posting that is not open', () => {
    const person = { ...UNKNOWN_SEEKER, profileId: 'p', wishedTitles: ['焊工'] };
    expect(standingOf(MatchEngine.of([]), person, 'gone')).toEqual({
      fittingCount: 0,
      rank: null,
      changes: [],
    });
  });
});

describe('the outlook', () => {
  it('counts what each change adds, most helpful first', () => {
    fc.assert(
      fc.property(markets, ({ people, postings }) => {
        const engine = MatchEngine.of(postings);
        for (const person of people) {
          const outlook = outlookOf(engine, person, provinceOf);
          const now = fitting(person, postings).length;
          expect(outlook.fittingCount).toBe(now);
          for (const change of outlook.changes) {
            const then = fitting(personWith(person, change), postings).length;
            expect(change.addedCount).toBe(Math.max(0, then - now));
            expect(change.addedCount + change.topCount).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  const electrician = (i: number, more: Partial<PostingFeatures>): PostingFeatures => ({
    ...UNKNOWN_POSTING,
    jobPostingId: `j${i}`,
    title: '电工',
    regionPath: ['jiangsu', 'suzhou'],
    payMinFen: 700_000,
    payMaxFen: 900_000,
    ...more,
  });
  const person: SeekerFeatures = {
    ...UNKNOWN_SEEKER,
    profileId: 'p',
    wishedTitles: ['电工'],
    wishedRegionIds: ['suzhou'],
    wishedPayMinFen: 600_000,
    skills: ['识图'],
    certificates: ['焊工证'],
    skillLevel: 2,
    educationRank: 40,
    experienceYears: 1,
  };

  it('names the certificate, the level, the education, the years, the skill, the place and the pay that open doors', () => {
    const engine = MatchEngine.of([
      electrician(0, {}),
      electrician(1, { requiredCertificates: ['低压电工证'] }),
      electrician(2, { requiredCertificates: ['低压电工证'] }),
      electrician(3, { skillLevel: 4 }),
      electrician(4, { educationRank: 50 }),
      electrician(5, { experienceYears: 3 }),
      electrician(6, { skills: [{ name: 'PLC', isRequired: true, weight: 5 }] }),
      electrician(7, { regionPath: ['jiangsu', 'wuxi'] }),
      electrician(8, { payMinFen: 500_000, payMaxFen: 590_000 }),
    ]);
    const { fittingCount, changes } = outlookOf(engine, person, provinceOf);
    expect(fittingCount).toBe(1);
    expect(changes[0]).toMatchObject({ kind: 'CERTIFICATE', value: '低压电工证', addedCount: 2 });
    const rest = changes.slice(1).map(({ kind, value, addedCount }) => [kind, value, addedCount]);
    expect(rest).toEqual(
      expect.arrayContaining([
        ['SKILL_LEVEL', 4, 1],
        ['EDUCATION', 50, 1],
        ['EXPERIENCE', 3, 1],
        ['SKILL', 'PLC', 1],
        ['REGION', 'jiangsu', 1],
        ['PAY', 540_000, 1],
      ]),
    );
    expect(rest).toHaveLength(6);
  });

  it('names the day from which more would be open', () => {
    const late = { ...person, availableFrom: '2027-07-01' };
    const engine = MatchEngine.of([
      electrician(0, {}),
      electrician(1, { startsOn: '2027-03-01' }),
      electrician(2, { startsOn: '2027-03-01' }),
      electrician(3, { startsOn: '2027-07-01' }),
    ]);
    const { fittingCount, changes } = outlookOf(engine, late, provinceOf);
    expect(fittingCount).toBe(2);
    expect(changes.find(({ kind }) => kind === 'START_DATE')).toMatchObject({
      value: '2027-03-01',
      addedCount: 2,
    });
    expect(standingOf(engine, late, 'j1').changes[0]).toMatchObject({
      kind: 'START_DATE',
      rankBefore: null,
      rankAfter: 1,
    });
  });

  it('is nothing for somebody nothing is known of', () => {
    const engine = MatchEngine.of([electrician(0, {})]);
    const nobody = { ...UNKNOWN_SEEKER, profileId: 'p' };
    expect(outlookOf(engine, nobody, provinceOf)).toEqual({ fittingCount: 0, changes: [] });
  });
});
