import { elapsedShare, obligationState, type ObligationProgress } from './obligation.rules.js';

const progress: ObligationProgress = {
  quantity: 10,
  delivered: 0,
  deliveredInTime: 0,
  startsOn: '2026-01-01',
  dueOn: '2026-01-10',
  isBinding: true,
};
const done = (delivered: number, deliveredInTime = delivered) => ({
  ...progress,
  delivered,
  deliveredInTime,
});

describe('elapsedShare', () => {
  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 0],
    ['2026-01-06', 0.5],
    ['2026-01-10', 0.9],
    ['2026-01-11', 1],
    ['2027-01-01', 1],
  ])('of ten days is on %s %d', (today, share) => {
    expect(elapsedShare('2026-01-01', '2026-01-10', today)).toBe(share);
  });
});

describe('obligationState', () => {
  it.each([
    ['before the first day', progress, '2025-12-31', 'NOT_BEGUN'],
    ['before all have signed', { ...progress, isBinding: false }, '2026-01-11', 'NOT_BEGUN'],
    ['before half of the time', progress, '2026-01-05', 'ON_TRACK'],
    ['at half of the time with nothing', progress, '2026-01-06', 'AT_RISK'],
    ['at half of the time with 2 of 10', done(2), '2026-01-06', 'AT_RISK'],
    ['at half of the time with 3 of 10', done(3), '2026-01-06', 'ON_TRACK'],
    ['on the due day with 6 of 10', done(6), '2026-01-10', 'AT_RISK'],
    ['on the due day with 7 of 10', done(7), '2026-01-10', 'ON_TRACK'],
    ['with all of it, early', done(10), '2026-01-02', 'FULFILLED'],
    ['after the due day with 9 of 10', done(9), '2026-01-11', 'BREACHED'],
    ['made up for later', done(10, 9), '2026-01-12', 'FULFILLED_LATE'],
    ['long after, when it was done in time', done(12), '2027-01-12', 'FULFILLED'],
  ] as const)('%s', (_, given, today, state) => {
    expect(obligationState(given, today)).toBe(state);
  });
});
