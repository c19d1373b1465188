import { ANONYMOUS } from '../auth/index.js';
import { runInContext } from '../context/index.js';
import { AppLogger, createPino } from './app-logger.js';
import { scrub } from './scrub.js';

interface Entry {
  readonly [field: string]: unknown;
}

function collect(level = 'info'): { logger: AppLogger; entries: Entry[] } {
  const entries: Entry[] = [];
  const write = (line: string): void => void entries.push(JSON.parse(line) as Entry);
  return {
    logger: new AppLogger(createPino({ level, service: 'api', destination: { write } })),
    entries,
  };
}

describe('the log', () => {
  it('writes one JSON object with level, time, service, logger and message', () => {
    const { logger, entries } = collect();
    logger.log('Working', 'Tasks');
    expect(entries).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        service: 'api',
        pid: process.pid,
        logger: 'Tasks',
        message: 'Working',
      },
    ]);
  });

  it('adds the request and the actor it belongs to', () => {
    const { logger, entries } = collect();
    const context = {
      requestId: 'r-1234567',
      locale: 'en',
      clientAddress: null,
      userAgent: null,
      actor: { ...ANONYMOUS, accountId: 'a-1' },
    } as const;
    runInContext(context, () => {
      logger.warn({ message: 'Late', task: 'search.indexJobPosting', attempt: 2 });
    });
    expect(entries[0]).toMatchObject({
      level: 'warn',
      requestId: 'r-1234567',
      actorId: 'a-1',
      task: 'search.indexJobPosting',
      attempt: 2,
    });
  });

  it('drops every field that is not on the list, whatever its value', () => {
    const { logger, entries } = collect();
    logger.log({
      message: 'Signed up',
      name: '张伟',
      phone: '13812341234',
      input: { a: 1 },
      count: 1,
    });
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(
      ['count', 'level', 'message', 'pid', 'service', 'time'].sort(),
    );
  });

  it('keeps name, code, frames and cause of an error without quoted values', () => {
    const { logger, entries } = collect();
    const cause = Object.assign(new Error('Key (email)=(li@example.cn) already exists.'), {
      code: '23505',
    });
    logger.error({ message: 'Failed', error: new TypeError('bad', { cause }) });
    expect(entries[0]).toMatchObject({
      level: 'error',
      message: 'Failed',
      error: {
        name: 'TypeError',
        message: 'bad',
        stack: expect.stringMatching(/^\s+at /),
        cause: { code: '23505', message: 'Key (email)=(***) already exists.' },
      },
    });
    expect(JSON.stringify(entries)).not.toContain('li@example.cn');
  });

  it("understands Nest's error with a stack and a logger name behind it", () => {
    const { logger, entries } = collect();
    logger.error('Failed', 'Error: Failed for li@example.cn\n    at here (file.ts:1:1)', 'Nest');
    expect(entries[0]).toMatchObject({
      logger: 'Nest',
      message: 'Failed',
      error: { stack: '    at here (file.ts:1:1)' },
    });
  });

  it('leaves out what is below the level and the chatter of the framework', () => {
    const { logger, entries } = collect();
    logger.debug('detail');
    logger.log('Mapped {/graphql, POST} route', 'RouterExplorer');
    expect(entries).toEqual([]);
  });
});

describe('scrubbing a text', () => {
  it.each([
    ['to wang.fang@example.com.cn failed', 'to *** failed'],
    ['phone 13812341234 unknown', 'phone *** unknown'],
    ['phone +86 138 1234 1234 unknown', 'phone *** unknown'],
    ['card 32050119900307123X', 'card ***'],
    ['postgresql://app:pa55@db:5432/x refused', 'postgresql://app:***@db:5432/x refused'],
    ['3 rows in 120 ms, code 23505', '3 rows in 120 ms, code 23505'],
    [
      'posting 0192f3a0-1111-7222-8333-944455556666 closed',
      'posting 0192f3a0-1111-7222-8333-944455556666 closed',
    ],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });
});
