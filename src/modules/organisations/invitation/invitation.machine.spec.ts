import { invitationExpiry, invitationMachine } from './invitation.machine.js';

describe('way of an invitation', () => {
  it('is answered once, by the right side', () => {
    expect(invitationMachine.available('PENDING', 'INVITEE')).toEqual(['accept', 'decline']);
    expect(invitationMachine.available('PENDING', 'ADMINISTRATOR')).toEqual(['revoke']);
    expect(invitationMachine.available('PENDING', 'CLOCK')).toEqual(['expire']);
    for (const state of ['ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED'] as const)
      expect(invitationMachine.isFinal(state)).toBe(true);
    expect(() => invitationMachine.next('REVOKED', 'accept', 'INVITEE')).toThrow(
      'INVITATION_WRONG_STATE',
    );
  });

  it('holds for fourteen days', () => {
    expect(invitationExpiry(new Date('2026-11-22T10:00:00Z'))).toEqual(
      new Date('2026-12-06T10:00:00Z'),
    );
  });
});
