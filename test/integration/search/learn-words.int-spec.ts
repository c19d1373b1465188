import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LearnWordsCommand } from '../../../src/modules/search/meaning/learn-words.command.js';
import { hashKey } from '../../../src/modules/reference-data/index.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let folder: string;
let out: string;
let file: string;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongqiao-words-'));
  out = join(folder, 'words.json');
  file = join(folder, 'postings.csv');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(() => app.close());

async function learn(args: string[], options: Record<string, string | boolean> = {}) {
  const lines: string[] = [];
  const notes: string[] = [];
  const code = await app
    .get(LearnWordsCommand)
    .run(
      { args, options: { out, ...options } },
      { line: (text) => void lines.push(text), note: (text) => void notes.push(text) },
    );
  return { code, text: lines.join('\n'), notes: notes.join('\n') };
}

describe('search learn-words', () => {
  it('learns from the code tables and from what twenty postings say, without their text', async () => {
    const rows = Array.from({ length: 20 }, () => 'Zyxplc,Zyxscada,Zyxdesc');
    writeFileSync(file, ['title,skills,description', ...rows, 'Zyxrare,,'].join('\n'));

    const answer = await learn([file], { versionNumber: '4' });

    expect(answer.code).toBe(0);
    const text = readFileSync(out, 'utf8');
    const table = JSON.parse(text) as Record<string, unknown> & { words: Record<string, string> };
    expect(table).toMatchObject({ version: 4, postingCount: 21, dimensions: 60 });
    expect(table.words).toHaveProperty(hashKey('zyxplc'));
    expect(table.words).toHaveProperty(hashKey('zyxscada'));
    expect(table.words).toHaveProperty(hashKey('zyxdesc'));
    expect(table.words).not.toHaveProperty(hashKey('zyxrare'));
    expect(text).not.toContain('zyxplc');
    expect(answer.text).toContain(`from 21 postings\nIs version 4 in ${out}`);
  });

  it('writes nothing in a dry run', async () => {
    const answer = await learn([], { dryRun: true });

    expect(answer).toMatchObject({ code: 0 });
    expect(answer.text).toMatch(/^\d+ words from 0 postings$/u);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['a file without titles', 'name\n护士', {}, 'Columns missing: title'],
    ['a version that is none', 'title\n护士', { versionNumber: '0' }, 'whole number from 1'],
  ])('refuses %s and writes nothing', async (_, content, options, message) => {
    writeFileSync(file, content);

    const answer = await learn([file], options);

    expect(answer.code).toBe(1);
    expect(answer.notes).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a file that is not there', async () => {
    const answer = await learn([join(folder, 'none.csv')]);

    expect(answer.code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});
