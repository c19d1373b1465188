import { indexText, parseContact } from './contact.rules.js';

describe('parseContact', () => {
  it.each([
    ['13812341234', '+8613812341234'],
    ['+86 138 1234 1234', '+8613812341234'],
    ['0086-138-1234-1234', '+8613812341234'],
    ['8613812341234', '+8613812341234'],
    ['１３８１２３４１２３４', '+8613812341234'],
    ['  +86(199)00001111 ', '+8619900001111'],
  ])('reads %j as the phone number %s', (raw, value) => {
    expect(parseContact(raw)).toEqual({ kind: 'PHONE', value });
  });

  it.each([
    ['Anna@Example.ORG', 'anna@example.org'],
    ['张三@例子.中国', '张三@xn--fsqu00a.xn--fiqs8s'],
    ['anna＠example。org', 'anna@example.org'],
    ['first.last+jobs@mail.example.cn', 'first.last+jobs@mail.example.cn'],
  ])('reads %j as the mail address %s', (raw, value) => {
    expect(parseContact(raw)).toEqual({ kind: 'EMAIL', value });
  });

  it.each([
    '',
    '12812341234',
    '1381234123',
    '138123412345',
    '+4915112345678',
    '0512-88886666',
    '138 1234 1234;drop',
    'anna',
    '@example.org',
    'anna@',
    'anna@localhost',
    'anna@example..org',
    'anna@-example.org',
    'anna@example.org\r\nBcc: x@y.cn',
    'an na@example.org',
    '.anna@example.org',
    'an..na@example.org',
    '"anna"@example.org',
    'anna@[127.0.0.1]',
    'anna@127.0.0.1',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(200)}.org`,
    'x'.repeat(5000),
    'anna\ud800@example.org',
  ])('refuses %j', (raw) => {
    expect(parseContact(raw)).toBeNull();
  });

  it('gives different index texts to different kinds and values', () => {
    expect(indexText({ kind: 'PHONE', value: 'x' })).toBe('PHONE:x');
    expect(indexText({ kind: 'EMAIL', value: 'x' })).toBe('EMAIL:x');
  });
});
