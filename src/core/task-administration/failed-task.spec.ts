import { reasonCode } from './failed-task.model.js';

describe('reasonCode', () => {
  it.each([
    ['REQUEST_NOT_FOUND', 'REQUEST_NOT_FOUND'],
    ['DatabaseError (SQLSTATE 23505)', 'SQLSTATE_23505'],
    ['TimeLimitError: not done within 30000 ms', 'TimeLimitError'],
    ['TypeError: 张三 13812341234 is not iterable', 'TypeError'],
    ['job stalled more than allowable limit', 'UNKNOWN'],
    ['', 'UNKNOWN'],
  ])('of "%s" is %s', (reason, code) => {
    expect(reasonCode(reason)).toBe(code);
  });
});
