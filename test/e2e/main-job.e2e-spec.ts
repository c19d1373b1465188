import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { whileWorking } from '../../src/modules/demo/main-job/local-market.js';
import { MainJob } from '../../src/modules/demo/main-job/main-job.service.js';
import { createTestApp, type TestApp } from '../support/app.js';

const CORPUS = resolve(import.meta.dirname, '../../../shared/data');
const SAMPLE = 60;

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

  const play = async (corpus: string | null): Promise<void> => {
    const url = await app.url();
    const output = { line: (text: string) => void told.push(text) };
    await whileWorking(app.nest, () =>
      app.get(MainJob).play({ url, corpus, sample: SAMPLE }, output),
    );
  };
  const happened = (): string[] => told.filter((line) => /^ ?\d+\. /.test(line));

  (existsSync(CORPUS) ? it : it.skip)(
    'is done by several people at once on real postings, external ones claimed',
    async () => {
      await play(CORPUS);
      expect(happened()).toHaveLength(20);
      expect(told.at(-1)).toMatch(/^The main job was done in \d+\.\d s\.$/);
    },
    180_000,
  );

  it('is done without real postings, and again in the same market', async () => {
    await play(null);
    expect(happened().length >= 15).toBe(true);
    expect(told.at(-1)).toMatch(/^The main job was done in \d+\.\d s\.$/);
  }, 120_000);

  it('fails naming the part that does not happen', async () => {
    const url = await app.url();
    const output = { line: (text: string) => void told.push(text) };
    const request = { url, corpus: '/nowhere', sample: SAMPLE };
    await expect(app.get(MainJob).play(request, output)).rejects.toThrow(
      'there are corpora in /nowhere',
    );
    expect(told).toEqual([]);
  });
});
