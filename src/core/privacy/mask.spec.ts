import { mask } from './mask.js';

describe('mask', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['+8613812341234', '+86138****1234'],
    ['051288886666', '**********66'],
    ['12345', '****'],
    ['not a number', '****'],
  ])('shows phone %s as %s', (phone, shown) => {
    expect(mask.phone(phone)).toBe(shown);
  });

  it.each([
    ['anna@x.cn', 'a***@x.cn'],
    ['a@x.cn', 'a***@x.cn'],
    ['张三@例子.cn', '张***@例子.cn'],
    ['@x.cn', '****'],
    ['nobody', '****'],
  ])('shows e-mail %s as %s', (email, shown) => {
    expect(mask.email(email)).toBe(shown);
  });

  it.each([
    ['张三', '张*'],
    ['张小三', '张**'],
    ['𠮷田', '𠮷*'],
    ['Anna Karenina', 'A***'],
    ['李', '*'],
    ['', ''],
  ])('shows name %s as %s', (name, shown) => {
    expect(mask.name(name)).toBe(shown);
  });

  it.each([
    ['203.0.113.7', '203.0.113.*'],
    ['::ffff:203.0.113.7', '203.0.113.*'],
    ['2001:db8:1:2::7', '2001:db8:1:*'],
    ['::1', '****'],
    ['localhost', '****'],
  ])('shows address %s as %s', (address, shown) => {
    expect(mask.address(address)).toBe(shown);
  });

  it('shows only the first and last character of an identity number', () => {
    expect(mask.idNumber('32050119900101123X')).toBe('3****************X');
    expect(mask.idNumber('320501900101123')).toBe('****');
  });
});
