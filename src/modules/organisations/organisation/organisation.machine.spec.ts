import {
  effectiveStanding,
  reinstatement,
  standingMachine,
  type Standing,
} from './organisation.machine.js';

const now = new Date('2026-11-22T00:00:00+08:00');
const later = new Date(now.getTime() + 1);

describe('standing of an organisation', () => {
  it('publishes exactly this table', () => {
    const table = Object.entries(standingMachine.transitions).map(
      ([name, { from, to, by }]) => `${name}: ${from.join('|')} -> ${to} by ${by.join('|')}`,
    );
    expect(table).toEqual([
      'verify: UNVERIFIED|VERIFIED|LAPSED -> VERIFIED by BUREAU',
      'lapse: VERIFIED -> LAPSED by CLOCK',
      'demandRecheck: VERIFIED|LAPSED -> UNVERIFIED by OWNER',
      'suspend: UNVERIFIED|VERIFIED|LAPSED -> SUSPENDED by BUREAU',
      'reinstate: SUSPENDED -> VERIFIED by BUREAU',
      'reinstateLapsed: SUSPENDED -> LAPSED by BUREAU',
      'reinstateUnverified: SUSPENDED -> UNVERIFIED by BUREAU',
    ]);
  });

  it('does not let the verified lapse by anybody but the clock, nor the suspended be verified', () => {
    expect(standingMachine.can('VERIFIED', 'lapse', 'BUREAU')).toBe(false);
    expect(() => standingMachine.next('SUSPENDED', 'verify', 'BUREAU')).toThrow(
      'ORGANISATION_WRONG_STANDING',
    );
  });

  it.each<[Standing, Date | null, Standing]>([
    ['VERIFIED', later, 'VERIFIED'],
    ['VERIFIED', now, 'LAPSED'],
    ['VERIFIED', null, 'LAPSED'],
    ['SUSPENDED', later, 'SUSPENDED'],
    ['UNVERIFIED', null, 'UNVERIFIED'],
    ['LAPSED', now, 'LAPSED'],
  ])('takes %s until %s for %s', (standing, verifiedUntil, expected) => {
    expect(effectiveStanding({ standing, verifiedUntil }, now)).toBe(expected);
  });

  it('brings the suspended back to what their verification is worth', () => {
    expect(reinstatement(null, now)).toBe('reinstateUnverified');
    expect(reinstatement(now, now)).toBe('reinstateLapsed');
    expect(reinstatement(later, now)).toBe('reinstate');
  });
});
