import { Logger, type ArgumentsHost } from '@nestjs/common';
import { HttpExceptionFilter } from './http-exception.filter.js';

/** What the filter answers and logs. */
function outcomeOf(exception: Error): { readonly statuses: number[]; readonly logged: number } {
  const statuses: number[] = [];
  const reply = {
    sent: false,
    status: (code: number) => (statuses.push(code), reply),
    header: () => reply,
    type: () => reply,
    send: () => reply,
  };
  const http = { getRequest: () => ({ url: '/jobs' }), getResponse: () => reply };
  const host = { getType: () => 'http', switchToHttp: () => http } as unknown as ArgumentsHost;
  const errors = vi.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
  try {
    new HttpExceptionFilter().catch(exception, host);
    return { statuses, logged: errors.mock.calls.length };
  } finally {
    errors.mockRestore();
  }
}

describe('HttpExceptionFilter', () => {
  it('answers and logs what nobody expected', () => {
    expect(outcomeOf(new Error('broken'))).toEqual({ statuses: [500], logged: 1 });
  });

  it('does neither when whoever asked left before the answer was all there', () => {
    const left = Object.assign(new Error('Premature close'), {
      code: 'ERR_STREAM_PREMATURE_CLOSE',
    });
    expect(outcomeOf(left)).toEqual({ statuses: [], logged: 0 });
  });
});
