import type { Locator, Page } from 'playwright-core';
import type { PortalForm } from './portal-form.js';
import { addressIn, PORTAL_FORMS, sceneOf, type Scene } from './portal-forms.js';
import { openPortal, type Person, type Portal } from './portal.js';

/** Forms filled in side by side. */
const TABS = 3;
const PATIENCE_MS = 30_000;
/** How long an answer to a pressed button may take. */
const ANSWER_MS = 15_000;
const LOOK_MS = 40;

/** What people type by mistake, paste out of a table or try on purpose: into texts, and into numbers. */
const VALUES = [
  { kind: 'nothing', text: '', number: '' },
  { kind: 'too much', text: '很长的文字1a'.repeat(625), number: '1e9' },
  { kind: 'something hostile', text: `<img src=x onerror=alert(1)>" '; --`, number: '三个人' },
  { kind: 'something wrong', text: '-5', number: '-5' },
  { kind: 'cells of a table', text: '１２３４５\t装配工\r\n６７８９０', number: '１２０' },
] as const;
/** Written without what is no part of them. */
const CODES = ['unifiedSocialCreditCode'];

let portal: Portal;
let scene: Scene;
beforeAll(async () => {
  portal = await openPortal();
  scene = await sceneOf(portal.app);
  await portal.app.settle();
}, 120_000);
afterAll(() => portal.close());

it('says at each field of each form what is wrong with it, and keeps what was typed', async () => {
  const found: string[] = [];
  const waiting = [...PORTAL_FORMS];
  const work = async (): Promise<void> => {
    const people = new Map<string, Person>();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const writer = `${next.as} ${next.manner.locale ?? ''}`;
      const person = people.get(writer) ?? (await visitAs(next));
      people.set(writer, person);
      const complaints = await complaintsOf(next, person).catch((error: unknown) => [
        String(error),
      ]);
      const path = `${next.address} ${next.submit}`;
      complaints.push(...person.complaints.splice(0));
      found.push(...complaints.map((each) => `${path}: ${each}`));
    }
    for (const { context } of people.values()) await context.close();
  };
  await Promise.all(Array.from({ length: TABS }, work));
  expect(found).toEqual([]);
}, 600_000);

async function visitAs({ as, manner }: PortalForm): Promise<Person> {
  const person = await portal.visit({
    ...manner,
    ...(as === 'anyone' ? {} : { token: scene.tokens[as] }),
  });
  person.page.setDefaultTimeout(PATIENCE_MS);
  return person;
}

/** Fills the form with each value in turn. A form whose action goes through is opened anew. */
async function complaintsOf(form: PortalForm, person: Person): Promise<string[]> {
  const { page } = person;
  const found: string[] = [];
  let submit = await open(form, person);
  for (const value of VALUES) {
    const fields = await fieldsOf(page);
    if ((fields.length === 0) !== (form.unwritten !== null))
      found.push(fields.length === 0 ? 'nothing can be written' : 'something can be written');
    if (value.kind === 'something wrong' && !fields.some(({ isNumber }) => isNumber)) continue;
    for (const field of fields) {
      field.typed = await typeInto(field.locator, field.isNumber ? value.number : value.text);
      if (
        !CODES.includes(field.name) &&
        !keeps(field.typed, field.isNumber ? value.number : value.text)
      )
        found.push(`${field.name} takes only ${String(field.typed.length)} of ${value.kind}`);
    }
    const address = page.url();
    await submit.click();
    const answer = await answerTo(page, submit, address);
    if (form.unwritten !== null) {
      if (answer !== form.unwritten) found.push(`is answered with: ${answer}`);
      break;
    }
    if (answer === 'done') {
      if (form.isOnce) break;
      submit = await open(form, person);
      continue;
    }
    if (answer !== 'refused') found.push(`after ${value.kind} ${answer}`);
    for (const { locator, name, typed } of fields)
      if ((await locator.inputValue()) !== typed) found.push(`${name} loses ${value.kind}`);
  }
  return found;
}

async function open(form: PortalForm, { page, go }: Person): Promise<Locator> {
  await go(new URL(addressIn(scene, form), portal.url).href.slice(portal.url.length));
  for (const name of form.open) {
    const named = { name: new RegExp(`^([+＋] )?${name}`) };
    const opener = page.getByRole('button', named).or(page.getByRole('menuitem', named)).first();
    await opener.click();
  }
  // While it runs, the button's picture stands before its name.
  const name = new RegExp(`^(loading )?${form.submit}$`);
  const submit = page.getByRole('button', { name }).last();
  await submit.waitFor();
  return submit;
}

interface Field {
  readonly locator: Locator;
  readonly name: string;
  readonly isNumber: boolean;
  typed: string;
}

const TEXTS = [
  'textarea',
  'input:not([type]):not([role])',
  'input[type=text]:not([role])',
  'input[type=password]',
  '.ant-select-auto-complete input',
].map((selector) => `form ${selector}:visible:not([readonly], .ant-picker input)`);

/** What can be written into: in the dialog that is open, else in the page. */
async function fieldsOf(page: Page): Promise<Field[]> {
  const dialog = page.getByRole('dialog');
  const scope = (await dialog.count()) > 0 ? dialog.last() : page.locator('main');
  const locators = await scope.locator(TEXTS.join()).all();
  return Promise.all(
    locators.map(async (locator) => {
      const id = await locator.getAttribute('id');
      const mode = await locator.getAttribute('inputmode');
      return {
        locator: id === null ? locator : scope.locator(`[id="${id}"]`),
        name: id ?? '?',
        isNumber: id !== 'code' && (mode === 'numeric' || mode === 'decimal'),
        typed: '',
      };
    }),
  );
}

async function typeInto(field: Locator, text: string): Promise<string> {
  await field.fill(text);
  return field.inputValue();
}

/** A line has no breaks, and digits may be made plain ones. */
function keeps(typed: string, text: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').replaceAll(/\s/g, '');
  return plain(typed) === plain(text);
}

/** `done`, `refused` as it should be, or what is missing of it. */
async function answerTo(page: Page, submit: Locator, address: string): Promise<string> {
  const done = page.locator('.gq-toast-success');
  let answer = '';
  for (let waited = 0; waited < ANSWER_MS; waited += LOOK_MS) {
    await page.waitForTimeout(LOOK_MS);
    if (page.url() !== address || (await done.count()) > 0 || !(await submit.isVisible()))
      return 'done';
    answer = await refusalOn(page);
    if (answer === 'refused') return answer;
  }
  return answer;
}

async function refusalOn(page: Page): Promise<string> {
  const invalid = await page.locator('[aria-invalid="true"]:visible').evaluateAll(readFields);
  const [first] = invalid;
  if (first === undefined) {
    const alerts = await page.locator('.gq-form-problems[role=alert]').allInnerTexts();
    return alerts.join('').trim() === '' ? 'nothing is said' : 'refused';
  }
  const silent = invalid.find(({ said }) => said === '');
  if (silent !== undefined) return `nothing is said at ${silent.name}`;
  return first.hasFocus ? 'refused' : `the focus is not on ${first.name}`;
}

interface Part {
  readonly id: string;
  readonly textContent: string;
  readonly ownerDocument: {
    readonly activeElement: Part | null;
    getElementById(id: string): Part | null;
  };
  getAttribute(name: string): string | null;
  contains(part: Part | null): boolean;
  querySelectorAll(selector: string): Iterable<Part>;
}

/** Runs in the page: what is said at fields, and whether one is in them. */
function readFields(
  fields: readonly Part[],
): { readonly name: string; readonly said: string; readonly hasFocus: boolean }[] {
  return fields.map((field) => {
    const page = field.ownerDocument;
    const said = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .flatMap((id) => [
        ...(page.getElementById(id)?.querySelectorAll('.ant-form-item-explain-error') ?? []),
      ])
      .map(({ textContent }) => textContent)
      .join();
    return { name: field.id, said, hasFocus: field.contains(page.activeElement) };
  });
}
