import { explainMatch } from './match-explanation.js';
import { MatchEngine } from './match-engine.js';
import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from './match-features.js';
import { NEUTRAL_POINTS } from './score-weights.js';

const welder: SeekerFeatures = {
  ...UNKNOWN_SEEKER,
  profileId: 'p',
  wishedTitles: ['焊工'],
  wishedPayMinFen: 600_000,
  skills: ['识图'],
  educationRank: 4,
  experienceYears: 1,
};
const plain: PostingFeatures = { ...UNKNOWN_POSTING, jobPostingId: 'j', title: '焊工' };

/** Scores of what the engine proposes of one posting. */
function proposed(person: SeekerFeatures, posting: PostingFeatures): number[] {
  return [...MatchEngine.of([posting]).best(person, 5).scores];
}

describe('a posting without requirements', () => {
  it('bars nobody, and what it does not say counts as what pairs have on average', () => {
    const match = explainMatch(welder, plain);
    expect(match).toMatchObject({ unmet: [], isFitting: true });
    expect(match.terms.find(({ name }) => name === 'SKILLS')).toMatchObject({
      points: NEUTRAL_POINTS.SKILLS,
      isKnown: false,
      missing: [],
    });
    expect(proposed(welder, plain)).toEqual([match.score]);
  });

  it('is still proposed only to those whose work it is', () => {
    const nurse = { ...welder, wishedTitles: ['护理员'] };
    expect(explainMatch(nurse, plain)).toMatchObject({ unmet: [], isFitting: false });
    expect(proposed(nurse, plain)).toEqual([]);
  });
});

describe('contradictory requirements', () => {
  it('are judged by the most that is paid where the least is above it', () => {
    const posting = { ...plain, payMinFen: 900_000, payMaxFen: 500_000 };
    expect(explainMatch(welder, posting)).toMatchObject({ unmet: ['PAY'], isFitting: false });
    expect(proposed(welder, posting)).toEqual([]);
    const modest = { ...welder, wishedPayMinFen: 500_000 };
    const match = explainMatch(modest, posting);
    expect(match).toMatchObject({ unmet: [], isFitting: true });
    expect(proposed(modest, posting)).toEqual([match.score]);
  });

  it('are as strict as the stricter where a skill is a must and is none', () => {
    const skills = [
      { name: '氩弧焊', isRequired: false, weight: 1 },
      { name: '氩弧焊', isRequired: true, weight: 5 },
    ];
    const posting = { ...plain, skills };
    expect(explainMatch(welder, posting).unmet).toEqual(['REQUIRED_SKILL']);
    expect(proposed(welder, posting)).toEqual([]);
    const skilled = { ...welder, skills: ['氩弧焊'] };
    const match = explainMatch(skilled, posting);
    expect(match).toMatchObject({ unmet: [], isFitting: true });
    expect(proposed(skilled, posting)).toEqual([match.score]);
  });
});
