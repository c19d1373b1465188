import fc from 'fast-check';
import { DomainError } from '../../../core/errors/index.js';
import { REQUIREMENTS_EDITIONS, requirementsOn } from './evidence-requirements.js';
import {
  addMonths,
  appealUntil,
  checkEvidence,
  decisionDueOn,
  endOfDay,
  ensureAppealInTime,
  latestValidity,
  reminderDue,
  validityEnd,
  type Evidence,
} from './verification.rules.js';

function refusal(act: () => unknown): Pick<DomainError, 'code' | 'field' | 'params'> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, field: error.field, params: error.params };
  }
  throw new Error('Nothing was refused');
}

describe('days of a verification', () => {
  it.each([
    ['a plain week', '2026-11-23', '2026-11-30'],
    ['a Friday', '2026-11-20', '2026-11-27'],
    ['a Saturday', '2026-11-21', '2026-11-27'],
    ['the eve of the National Day week', '2026-09-30', '2026-10-13'],
  ])('owes a decision five working days after %s', (_, day, due) => {
    expect(decisionDueOn(day)).toBe(due);
  });

  it.each([
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', 12, '2027-01-15'],
  ])('adds months to %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('ends a day at midnight in China', () => {
    expect(endOfDay('2027-05-21').toISOString()).toBe('2027-05-21T16:00:00.000Z');
  });

  it('lets a verification hold to the last day before six months are over', () => {
    expect(latestValidity('2026-11-22')).toBe('2027-05-21');
    expect(validityEnd('2026-11-22', null)).toEqual(new Date('2027-05-22T00:00:00+08:00'));
    expect(validityEnd('2026-11-22', '2026-11-22')).toEqual(new Date('2026-11-23T00:00:00+08:00'));
    expect(refusal(() => validityEnd('2026-11-22', '2027-05-22'))).toEqual({
      code: 'VERIFICATION_VALIDITY_TOO_LONG',
      field: ['validUntil'],
      params: { latest: '2027-05-21' },
    });
    expect(refusal(() => validityEnd('2026-11-22', '2026-11-21')).code).toBe(
      'VERIFICATION_VALIDITY_PAST',
    );
  });

  it('never lets one hold longer than six months, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const today = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
        expect(validityEnd(today, null).getTime()).toBe(
          new Date(`${addMonths(today, 6)}T00:00:00+08:00`).getTime(),
        );
      }),
    );
  });

  it('takes an appeal on the fifteenth day and not on the sixteenth', () => {
    const refusedAt = new Date('2026-11-22T23:59:00+08:00');
    expect(appealUntil(refusedAt)).toBe('2026-12-07');
    expect(ensureAppealInTime(refusedAt, '2026-12-07')).toBeUndefined();
    expect(refusal(() => ensureAppealInTime(refusedAt, '2026-12-08'))).toEqual({
      code: 'VERIFICATION_APPEAL_TOO_LATE',
      field: null,
      params: { days: 15 },
    });
  });
});

describe('reminders of a re-check', () => {
  const verifiedUntil = new Date('2027-05-22T00:00:00+08:00');

  it.each([
    ['2027-04-21T23:59:59+08:00', null],
    ['2027-04-22T00:00:00+08:00', 30],
    ['2027-05-14T23:59:59+08:00', 30],
    ['2027-05-15T00:00:00+08:00', 7],
    ['2027-05-20T23:59:59+08:00', 7],
    ['2027-05-21T00:00:00+08:00', 1],
    ['2027-05-21T23:59:59+08:00', 1],
    ['2027-05-22T00:00:00+08:00', null],
  ])('at %s: %s days before', (now, expected) => {
    expect(reminderDue(verifiedUntil, new Date(now))).toBe(expected);
  });
});

describe('evidence', () => {
  const { required } = requirementsOn('2026-11-22');
  const full: Evidence[] = [
    { fileId: 'a', kind: 'BUSINESS_LICENCE' },
    { fileId: 'b', kind: 'HANDLER_IDENTITY' },
    { fileId: 'c', kind: 'POWER_OF_ATTORNEY' },
  ];

  it('is complete with licence, identity of the handler and power of attorney', () => {
    expect(checkEvidence(required.ENTERPRISE, full)).toBeUndefined();
  });

  it.each([0, 1, 2])('misses paper %i when it is not there', (i) => {
    expect(refusal(() => checkEvidence(required.ENTERPRISE, full.toSpliced(i, 1)))).toEqual({
      code: 'VERIFICATION_EVIDENCE_MISSING',
      field: ['evidence'],
      params: { evidence: [full[i]?.kind] },
    });
  });

  it('accepts either paper where one of two will do', () => {
    const approved = full.with(0, { fileId: 'a', kind: 'APPROVAL_DOCUMENT' });
    expect(checkEvidence(required.LABOUR_BASE, approved)).toBeUndefined();
    expect(checkEvidence(required.LABOUR_BASE, full)).toBeUndefined();
    expect(refusal(() => checkEvidence(required.LABOUR_BASE, full.slice(1))).params).toEqual({
      evidence: ['BUSINESS_LICENCE', 'APPROVAL_DOCUMENT'],
    });
  });

  it('refuses papers nobody asked for and files named twice', () => {
    const odd = [...full, { fileId: 'd', kind: 'SERVICE_CHARGES' as const }];
    expect(refusal(() => checkEvidence(required.ENTERPRISE, odd)).field).toEqual([
      'evidence',
      '3',
      'kind',
    ]);
    const twice = [...full, { fileId: 'a', kind: 'BUSINESS_LICENCE' as const }];
    expect(refusal(() => checkEvidence(required.ENTERPRISE, twice))).toEqual({
      code: 'VERIFICATION_FILE_REPEATED',
      field: ['evidence', '3', 'fileId'],
      params: {},
    });
  });

  it('asks every kind of organisation for the handler’s identity and power of attorney', () => {
    for (const kinds of Object.values(required)) {
      expect(kinds).toContainEqual(['HANDLER_IDENTITY']);
      expect(kinds).toContainEqual(['POWER_OF_ATTORNEY']);
    }
  });

  it('has editions in the order of their days', () => {
    const days = REQUIREMENTS_EDITIONS.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...days].sort());
    expect(requirementsOn('2020-01-01').edition).toBe('2026-01');
  });
});
