import { indexTokens } from '../text/tokens.js';
import { rankCandidates, type CandidateHit } from './rank-candidates.js';

const NOW = 1_800_000_000;
const DAY = 86_400;
const tokens = (text: string): string => indexTokens(text).join(' ');

function hit(id: string, given: Partial<CandidateHit> = {}): CandidateHit {
  return { id, wishTokens: [], skillTokens: '', occupationTokens: '', changedAt: NOW, ...given };
}

const order = (hits: readonly CandidateHit[], asked: string): string[] =>
  rankCandidates(hits, indexTokens(asked), NOW).map(({ id }) => id);

describe('rankCandidates', () => {
  it('has the very wish before a longer one, that before a skill, and a skill before an occupation', () => {
    const hits = [
      hit('nothing'),
      hit('occupation', { occupationTokens: tokens('数控车工') }),
      hit('skill', { skillTokens: tokens('数控车工') }),
      hit('longer', { wishTokens: [tokens('数控车工班长')], skillTokens: tokens('数控') }),
      hit('exact', { wishTokens: [tokens('仓管'), tokens('数控车工')] }),
    ];
    expect(order(hits, '数控车工')).toEqual(['exact', 'longer', 'skill', 'occupation', 'nothing']);
  });

  it('counts the share of the words that is there', () => {
    const hits = [
      hit('one', { skillTokens: tokens('java') }),
      hit('both', { skillTokens: tokens('java docker') }),
    ];
    expect(order(hits, 'java docker')).toEqual(['both', 'one']);
  });

  it('has the later changed first where nothing else tells, and keeps the order of the engine in ties', () => {
    const hits = [
      hit('old', { changedAt: NOW - 60 * DAY }),
      hit('new', { changedAt: NOW - DAY }),
      hit('new too', { changedAt: NOW - DAY }),
    ];
    expect(order(hits, '')).toEqual(['new', 'new too', 'old']);
  });
});
