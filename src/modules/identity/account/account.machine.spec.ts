import { accountMachine } from './account.machine.js';

describe('accountMachine', () => {
  it('allows exactly these changes', () => {
    const allowed = (['ACTIVE', 'DISABLED', 'CLOSED'] as const).map((state) => [
      state,
      accountMachine.available(state, 'ADMINISTRATOR'),
      accountMachine.available(state, 'OWNER'),
    ]);
    expect(allowed).toEqual([
      ['ACTIVE', ['disable'], ['close']],
      ['DISABLED', ['enable'], []],
      ['CLOSED', [], []],
    ]);
    expect(accountMachine.isFinal('CLOSED')).toBe(true);
  });
});
