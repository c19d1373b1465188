import { affiliationMachine, reopens } from './affiliation.machine.js';

const STATES = ['ROSTERED', 'CLAIMED', 'CONFIRMED', 'REFUSED', 'LEFT'] as const;

describe('the way of a place', () => {
  it('lets each side do exactly this', () => {
    const may = (by: 'STUDENT' | 'COLLEGE' | 'PLATFORM') =>
      Object.fromEntries(STATES.map((state) => [state, affiliationMachine.available(state, by)]));
    expect(may('STUDENT')).toEqual({
      ROSTERED: ['claim'],
      CLAIMED: ['leave'],
      CONFIRMED: ['leave'],
      REFUSED: [],
      LEFT: [],
    });
    expect(may('COLLEGE')).toEqual({
      ROSTERED: [],
      CLAIMED: ['confirm', 'refuse'],
      CONFIRMED: ['end'],
      REFUSED: [],
      LEFT: [],
    });
    expect(may('PLATFORM')).toEqual({
      ROSTERED: [],
      CLAIMED: ['erase'],
      CONFIRMED: ['erase'],
      REFUSED: [],
      LEFT: [],
    });
  });

  it('refuses everything else by its own error', () => {
    expect(() => affiliationMachine.next('ROSTERED', 'confirm', 'COLLEGE')).toThrow(
      'AFFILIATION_WRONG_STATE',
    );
  });

  it('opens the place of the roster anew only where somebody let go of it', () => {
    const names = Object.keys(affiliationMachine.transitions) as Parameters<typeof reopens>[0][];
    expect(names.filter(reopens)).toEqual(['refuse', 'leave']);
  });
});
