import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { FILE_FORMS, fileSceneOf, type FileForm } from './portal-file-forms.js';
import { openPortal, sendFilesHere, settled, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 30_000;
const MEGABYTE = 1024 * 1024;
const WORDS = '已经写好的一句话';

/** Forms filled in side by side. */
const TABS = 3;

let portal: Portal;
let scene: Awaited<ReturnType<typeof fileSceneOf>>;
let folder: string;
beforeAll(async () => {
  portal = await openPortal();
  scene = await fileSceneOf(portal.app);
  await portal.app.settle();
  folder = await mkdtemp(join(tmpdir(), 'gongqiao-files-'));
}, 120_000);
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

it('says at each field for a file what is wrong with it, and keeps what was typed', async () => {
  const found: string[] = [];
  const waiting = [...FILE_FORMS];
  const work = async (): Promise<void> => {
    for (let form = waiting.shift(); form; form = waiting.shift()) {
      const { as, address, manner } = form;
      const person = await portal.visit({
        ...manner,
        ...(as === 'anyone' ? {} : { token: scene.tokens[as] }),
      });
      person.page.setDefaultTimeout(PATIENCE_MS);
      await sendFilesHere(portal, person);
      const complaints = await complaintsOf(form, person).catch((error: unknown) => [
        String(error),
      ]);
      // That a file is none of those it says it is, the browser reports as an answer.
      complaints.push(...person.complaints.filter((each) => !/status of 400/.test(each)));
      found.push(...complaints.map((each) => `${address} ${manner.locale ?? ''}: ${each}`));
      await person.context.close();
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  expect(found).toEqual([]);
}, 200_000);

/** Files people choose by mistake, beside what the form takes. */
async function badFiles({ extension, megabytes }: FileForm) {
  // A folder for each form: another that wants the same kind is filled in at the same time.
  const large = join(await mkdtemp(join(folder, 'form-')), `large.${extension}`);
  await writeFile(large, '');
  await truncate(large, megabytes * MEGABYTE + 1);
  const made = (name: string, bytes: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes, 'latin1'),
  });
  return [
    { kind: 'another type', file: made('照片.heic', 'ftypheic') },
    { kind: 'an empty file', file: made(`空.${extension}`, '') },
    { kind: 'a large file', file: large },
    // Its name says that it is what is wanted, and it is a program.
    { kind: 'something in disguise', file: made(`程序.${extension}`, '\x7fELF\0\xff\xfe') },
  ];
}

async function complaintsOf(form: FileForm, { page, go }: Person): Promise<string[]> {
  const found: string[] = [];
  await go(form.address.replaceAll(/:(\w+)/g, (_, name: string) => scene.ids[name] ?? name));
  for (const name of form.open) await page.getByRole('button', { name }).first().click();
  const scope = page.locator(form.submit === null ? 'main' : '[role=dialog]');
  const input = scope.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  // The button in the same box opens the chooser and has the name of the field.
  const button = input.locator('xpath=..').getByRole('button').first();
  const typed = scope.locator(
    'form :is(textarea, input[type=text], input:not([type], [role])):visible:not([readonly], .ant-picker input)',
  );
  const texts = (await typed.all()).slice(0, 3);
  for (const text of texts) await text.fill(WORDS);
  const said = new Set<string>();
  for (const { kind, file } of await badFiles(form)) {
    await button.focus();
    await input.setInputFiles(file);
    const problem = await problemOf(scope, said);
    said.clear();
    said.add(problem);
    if (problem === '') found.push(`nothing is said of ${kind}`);
    else if (!(await describes(scope, problem)))
      found.push(`after ${kind} the focus is not where “${problem}” is said`);
    for (const [i, text] of texts.entries())
      if ((await text.inputValue()) !== WORDS) found.push(`text ${String(i)} is lost by ${kind}`);
  }
  if (form.submit !== null) found.push(...(await complaintsWithout(scope, form.submit)));
  await settled(page);
  return found;
}

/** Sent without a file, where the last one was not taken. */
async function complaintsWithout(scope: Locator, submit: string): Promise<string[]> {
  await scope.getByRole('button', { name: submit, exact: true }).click();
  const error = scope.locator('.ant-form-item-explain-error').first();
  await error.waitFor();
  // The focus follows a moment after the words.
  await scope.locator('*:focus[aria-describedby]:not([type=submit])').waitFor();
  const words = (await error.innerText()).trim();
  return (await describes(scope, words)) ? [] : [`the focus is not where “${words}” is said`];
}

/** What is said of the file just chosen; the words before it are those of another. */
async function problemOf(scope: Locator, before: ReadonlySet<string>): Promise<string> {
  const alerts = scope.locator('[role=alert]:visible');
  for (const deadline = performance.now() + 10_000; performance.now() < deadline;) {
    const words = (await alerts.allInnerTexts()).join().trim();
    if (words !== '' && !before.has(words)) return words;
    await scope.page().waitForTimeout(40);
  }
  return '';
}

/** Whether what has the focus is described by the words, as readers of the screen hear it. */
async function describes(scope: Locator, words: string): Promise<boolean> {
  const focused: Locator = scope.locator('*:focus');
  if ((await focused.count()) !== 1) return false;
  const ids = ((await focused.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
  const texts = await Promise.all(ids.map((id) => scope.locator(`[id="${id}"]`).innerText()));
  return texts.some((text) => text.trim() === words);
}
