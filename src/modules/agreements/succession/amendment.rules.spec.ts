import { describe, expect, it } from 'vitest';
import { amendmentTerm } from './amendment.rules.js';

const TERM = { startsOn: '2026-09-01', endsOn: '2027-08-31' };

describe('the term of an amendment', () => {
  it('is what is left from tomorrow on', () => {
    expect(amendmentTerm(TERM, '2026-11-23')).toEqual({
      startsOn: '2026-11-24',
      endsOn: '2027-08-31',
    });
    expect(amendmentTerm(TERM, '2027-08-30')).toEqual({
      startsOn: '2027-08-31',
      endsOn: '2027-08-31',
    });
  });

  it('is the whole of one that has not begun', () => {
    expect(amendmentTerm(TERM, '2026-05-01')).toEqual(TERM);
  });

  it('is nothing on the last day', () => {
    expect(amendmentTerm(TERM, '2027-08-31')).toBeNull();
  });
});
