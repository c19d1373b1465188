import type { Locator, Page } from 'playwright-core';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { linesOf, TITLE } from './main-job.cast.js';
import { openPortal, type Portal } from './portal.js';

const PATIENCE_MS = 60_000;
/** More places than any of the pages has between two steps of the way. */
const MOST_TABS = 80;

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterAll(() => portal.close());

/** Goes on with the Tab key until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor({ timeout: PATIENCE_MS });
  const isThere = async () => (await element.and(page.locator(':focus')).count()) > 0;
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    if (pressed === MOST_TABS) throw new Error(`${String(element)} is out of the keyboard's reach`);
    await page.keyboard.press('Tab');
  }
}

it.each(['phone', 'desktop'] as const)(
  'is found, signed in to and applied for by keyboard alone on a %s',
  async (size) => {
    const { app } = portal;
    const contact = `lin-${size}@example.org`;
    const password = '清明上河图-2026';
    const person = await createAccount(app, { contacts: [contact], password });
    await createProfile(app, { person, fullName: '林晓' });
    const title = `${TITLE}（${size === 'phone' ? '白班' : '夜班'}）`;
    const posting = await createJobPosting(app, { title });
    await app.settle();

    const { page, go, complaints, context } = await portal.visit({ size });
    page.setDefaultTimeout(PATIENCE_MS);
    const press = async (element: Locator, key: 'Enter' | 'Space'): Promise<void> => {
      await tabTo(page, element);
      await page.keyboard.press(key);
    };
    await go('/jobs');
    await tabTo(page, page.getByRole('combobox', { name: '搜索岗位' }));
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=/);
    await press(page.getByRole('link', { name: title, exact: true }), 'Enter');
    await press(page.getByRole('link', { name: '登录后投递' }), 'Enter');
    await tabTo(page, page.getByLabel('手机号或邮箱'));
    await page.keyboard.type(contact);
    await tabTo(page, page.getByRole('textbox', { name: '密码', exact: true }));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: '立即投递' }), 'Space');
    await tabTo(page, page.getByLabel('给用人单位的留言'));
    await page.keyboard.type('可以随时到岗。');
    await press(page.getByRole('checkbox', { name: '我同意将我的简历' }), 'Space');
    await press(page.getByRole('button', { name: '投递', exact: true }), 'Enter');
    await page.getByText('投递成功').waitFor();
    await press(page.getByRole('link', { name: '查看申请进度' }), 'Enter');
    await page.getByRole('heading', { name: '我的申请', level: 1 }).waitFor();

    expect(
      await linesOf(
        app,
        'select state, cover_note, account_id from applications where job_posting_id = $1',
        [posting.id],
      ),
    ).toEqual([`submitted 可以随时到岗。 ${person.account.id}`]);
    expect(complaints).toEqual([]);
    await context.close();
  },
  120_000,
);
