import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OutboxRelay } from '../../src/core/events/index.js';
import { TaskWorkers } from '../../src/core/tasks/index.js';
import { MainJobCommand } from '../../src/modules/demo/main-job/main-job.command.js';
import { createTestApp, type TestApp } from '../support/app.js';

const CORPUS = resolve(import.meta.dirname, '../../../shared/data');
const SAMPLE = 30;

const BROUGHT_IN = [
  'The index is there',
  'Real postings and job seekers are imported',
  'The worker brings all of them into the search',
  'Recommendations are worked out for every seeker',
];
const GATHERED = [
  'The operator makes an administrator, who signs in',
  'Seven people sign up by mail at once',
  'The bureau of Suzhou is registered',
  'Organisations register and hand in their papers',
  'The bureau verifies them',
];
const claimed = (count: number): readonly RegExp[] => [
  new RegExp(`^.+ claims its external postings and completes them: ${String(count)} postings$`),
  /^The bureau approves them$/,
];
const HIRED = [
  'The enterprise drafts two postings and hands them in',
  'College and enterprise sign an agreement, which opens one posting to its students only',
  'Three graduates describe themselves; the college confirms its student',
  'The bureau approves both postings',
  'Everybody finds the open posting, only the partner’s student the other',
  'The postings are recommended to those whom they fit',
  'They apply',
  'Interviews are proposed and confirmed, offers made',
  'Both accept at once',
  'Both postings are filled and leave the search',
  'The graduates begin to work',
  'The records say the same',
  'Everybody was told what concerns him',
];

describe('the main job', () => {
  let app: TestApp;
  let told: string[];

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    told = [];
  });
  afterAll(() => app.close());

  /** Exit code of the command, with everything it says in `told`. */
  const run = (options: Readonly<Record<string, string>>): Promise<number> => {
    const tell = (text: string): void => void told.push(text);
    return app.get(MainJobCommand).run({ args: [], options }, { line: tell, note: tell });
  };

  const play = async (options: Readonly<Record<string, string>>): Promise<void> => {
    const relay = app.get(OutboxRelay);
    const workers = app.get(TaskWorkers);
    await workers.start();
    relay.start();
    try {
      const exitCode = await run({ url: await app.url(), ...options });
      expect([exitCode, told.at(-1)]).toEqual([
        0,
        expect.stringMatching(/^The main job was done in \d+\.\d s\.$/),
      ]);
    } finally {
      await relay.stop();
      await workers.stop();
    }
  };

  /** Every line but the last is a step of the play that happened, in this order. */
  const expectHappened = (steps: readonly (string | RegExp)[]): void => {
    const happened = told.slice(0, -1).map((line, index) => {
      const [, number, title] = /^ ?(\d+)\. (.+) \(\d+\.\d s\)$/.exec(line) ?? [];
      expect(number).toBe(String(index + 1));
      return title;
    });
    expect(happened).toEqual(
      steps.map((step) =>
        step instanceof RegExp
          ? (expect.stringMatching(step) as string)
          : (expect.stringMatching(new RegExp(`^${step}(: .+)?$`, 'u')) as string),
      ),
    );
  };
  const lineOf = (step: string): string => told.find((line) => line.includes(step)) ?? '';
  const imported = (): RegExpExecArray[] => [
    ...lineOf('are imported').matchAll(
      /(\d+) rows in [\d.]+ s: (\d+) new, (\d+) changed, (\d+) unchanged, (\d+) refused/g,
    ),
  ];

  (existsSync(CORPUS) ? describe : describe.skip)('on real postings', () => {
    it('is done by several people at once, external postings claimed', async () => {
      await play({ corpus: CORPUS, sample: String(SAMPLE) });
      expectHappened(['The API answers', ...BROUGHT_IN, ...GATHERED, ...claimed(5), ...HIRED]);
      const counts = imported().map((match) => match.slice(1).map(Number));
      expect(counts).toEqual(Array(5).fill([SAMPLE, SAMPLE, 0, 0, 0]));
      expect(lineOf('into the search')).toContain(`: ${String(4 * SAMPLE)} open postings (`);
      expect(lineOf('for every seeker')).toContain(` of ${String(SAMPLE)} people in `);
      expect(lineOf('was told')).toMatch(/: 4\d notices, /);
    }, 120_000);

    it('is done again in the same market, where the imports find nothing new', async () => {
      await play({ corpus: CORPUS, sample: String(SAMPLE) });
      expectHappened(['The API answers', ...BROUGHT_IN, ...GATHERED, ...claimed(4), ...HIRED]);
      const counts = imported().map((match) => match.slice(1).map(Number));
      expect(counts).toEqual(Array(5).fill([SAMPLE, 0, 0, SAMPLE, 0]));
    }, 120_000);
  });

  it('is done in a market without real postings', async () => {
    await app.database.pool.query(`delete from job_postings where publication = 'external'`);
    await play({});
    expectHappened(['The API answers', ...GATHERED, ...HIRED]);
  }, 120_000);

  it.each([
    [{ corpus: '/nowhere' }, '/nowhere holds none of the corpora.'],
    [{ sample: '0' }, '--sample takes a whole number from 1.'],
    [{ url: 'here' }, '--url takes an address such as http://localhost:3000, not here.'],
  ])('refuses %j in one line', async (options, line) => {
    expect([await run(options), told]).toEqual([1, [line]]);
  });

  it('fails where no API answers', async () => {
    expect(await run({ url: 'http://127.0.0.1:9' })).toBe(1);
    expect(told).toEqual([
      expect.stringMatching(/^ 1\. The API answers: DID NOT HAPPEN \(\d+\.\d s\)$/),
      'The main job failed: http://127.0.0.1:9 does not answer',
    ]);
  });
});
