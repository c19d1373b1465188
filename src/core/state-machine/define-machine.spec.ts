import { DomainError, requestErrors } from '../errors/index.js';
import { defineMachine } from './define-machine.js';

const machine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    submit: { from: ['DRAFT'], to: 'SUBMITTED', by: ['APPLICANT'] },
    withdraw: { from: ['DRAFT', 'SUBMITTED'], to: 'WITHDRAWN', by: ['APPLICANT'] },
    reject: { from: ['SUBMITTED'], to: 'REJECTED', by: ['EMPLOYER', 'PLATFORM'] },
  },
  refusal: requestErrors.STALE,
});

describe('defineMachine', () => {
  it('leads to the next state', () => {
    expect(machine.initial).toBe('DRAFT');
    expect(machine.next('DRAFT', 'submit', 'APPLICANT')).toBe('SUBMITTED');
    expect(machine.next('SUBMITTED', 'withdraw', 'APPLICANT')).toBe('WITHDRAWN');
    expect(machine.next('SUBMITTED', 'reject', 'PLATFORM')).toBe('REJECTED');
  });

  it.each([
    ['from another state', 'SUBMITTED', 'submit', 'APPLICANT'],
    ['by another role', 'SUBMITTED', 'reject', 'APPLICANT'],
    ['out of a final state', 'REJECTED', 'withdraw', 'APPLICANT'],
  ] as const)('refuses a transition %s and names it', (_, state, transition, role) => {
    let refusal: unknown;
    try {
      machine.next(state, transition, role);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'REQUEST_STALE', params: { state, transition } });
    expect(machine.can(state, transition, role)).toBe(false);
  });

  it('lists what a role may do now', () => {
    expect(machine.available('DRAFT', 'APPLICANT')).toEqual(['submit', 'withdraw']);
    expect(machine.available('SUBMITTED', 'EMPLOYER')).toEqual(['reject']);
    expect(machine.available('REJECTED', 'APPLICANT')).toEqual([]);
  });

  it('knows its final states and publishes its table', () => {
    const states = ['DRAFT', 'SUBMITTED', 'WITHDRAWN', 'REJECTED'] as const;
    expect(states.filter((state) => machine.isFinal(state))).toEqual(['WITHDRAWN', 'REJECTED']);
    expect(machine.transitions.submit).toEqual({
      from: ['DRAFT'],
      to: 'SUBMITTED',
      by: ['APPLICANT'],
    });
  });
});
