import { DomainError } from '../errors/index.js';
import { fenOf, money } from './money.js';

describe('money', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [450050n, '4500.50'],
    [-120n, '-1.20'],
    [90071992547409931n, '900719925474099.31'],
  ])('writes %s fen as %s yuan', (fen, amount) => {
    expect(money(fen)).toEqual({ amount, currency: 'CNY' });
  });

  it.each([
    ['4500.5', 450050n],
    ['0', 0n],
    ['900719925474099.31', 90071992547409931n],
  ])('reads %s yuan', (amount, fen) => {
    expect(fenOf({ amount }, ['pay'])).toBe(fen);
  });

  it.each(['-1', '0.001', '1234567890123456', 'x'])('refuses %s and names the field', (amount) => {
    const thrown = (): unknown => {
      try {
        return fenOf({ amount }, ['pay']);
      } catch (error) {
        return error;
      }
    };
    const error = thrown();
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'INPUT_MALFORMED', field: ['pay', 'amount'] });
  });
});
