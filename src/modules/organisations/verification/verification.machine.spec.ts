import { isAppeal, OPEN_STATES, verificationMachine } from './verification.machine.js';

describe('way of a verification', () => {
  it('publishes exactly this table', () => {
    const table = Object.entries(verificationMachine.transitions).map(
      ([name, { from, to, by }]) => `${name}: ${from.join('|')} -> ${to} by ${by.join('|')}`,
    );
    expect(table).toEqual([
      'claim: SUBMITTED -> IN_REVIEW by OFFICER',
      'release: IN_REVIEW -> SUBMITTED by OFFICER',
      'approve: IN_REVIEW -> APPROVED by OFFICER',
      'refuse: IN_REVIEW -> REFUSED by OFFICER',
      'appeal: REFUSED -> APPEALED by APPLICANT',
      'claimAppeal: APPEALED -> APPEAL_IN_REVIEW by OFFICER',
      'releaseAppeal: APPEAL_IN_REVIEW -> APPEALED by OFFICER',
      'grantAppeal: APPEAL_IN_REVIEW -> APPROVED by OFFICER',
      'dismissAppeal: APPEAL_IN_REVIEW -> APPEAL_REFUSED by OFFICER',
      'withdraw: SUBMITTED|IN_REVIEW|APPEALED|APPEAL_IN_REVIEW -> WITHDRAWN by APPLICANT',
    ]);
  });

  it('is open exactly where it can be withdrawn', () => {
    expect([...OPEN_STATES]).toEqual([...verificationMachine.transitions.withdraw.from]);
  });

  it('never comes back to a refusal that could be appealed again', () => {
    expect(verificationMachine.isFinal('APPEAL_REFUSED')).toBe(true);
    expect(verificationMachine.isFinal('APPROVED')).toBe(true);
    expect(verificationMachine.available('REFUSED', 'APPLICANT')).toEqual(['appeal']);
  });

  it('lets neither side act for the other', () => {
    expect(() => verificationMachine.next('IN_REVIEW', 'approve', 'APPLICANT')).toThrow(
      'VERIFICATION_WRONG_STATE',
    );
    expect(() => verificationMachine.next('SUBMITTED', 'withdraw', 'OFFICER')).toThrow(
      'VERIFICATION_WRONG_STATE',
    );
  });

  it('tells appeals from first decisions', () => {
    expect(OPEN_STATES.filter(isAppeal)).toEqual(['APPEALED', 'APPEAL_IN_REVIEW']);
  });
});
