import { createAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { lastCode, newPhone } from '../e2e/identity.support.js';
import { keyboardOf } from './keyboard.js';
import { linesOf, TITLE } from './main-job.cast.js';
import { openPortal, type Portal } from './portal.js';

const PATIENCE_MS = 60_000;

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterAll(() => portal.close());

it.each(['phone', 'desktop'] as const)(
  'is found, signed in to and applied for by keyboard alone on a %s',
  async (size) => {
    const { app } = portal;
    const contact = `lin-${size}@example.org`;
    const password = '清明上河图-2026';
    const account = await createAccount(app, { contacts: [contact], password });
    await createProfile(app, { person: account, fullName: '林晓' });
    const title = `${TITLE}（${size === 'phone' ? '白班' : '夜班'}）`;
    const posting = await createJobPosting(app, { title });
    await app.settle();

    const person = await portal.visit({ size });
    const { page, go, complaints, context } = person;
    const { press, type } = keyboardOf(person);
    page.setDefaultTimeout(PATIENCE_MS);
    await go('/jobs');
    await type(page.getByRole('combobox', { name: '搜索岗位' }), title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=/);
    await press(page.getByRole('link', { name: title, exact: true }));
    await press(page.getByRole('link', { name: '登录后投递' }));
    await type(page.getByLabel('手机号或邮箱'), contact);
    await type(page.getByRole('textbox', { name: '密码', exact: true }), password);
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: '立即投递' }), 'Space');
    await type(page.getByLabel('给用人单位的留言'), '可以随时到岗。');
    await press(page.getByRole('checkbox', { name: '我同意将我的简历' }), 'Space');
    await press(page.getByRole('button', { name: '投递', exact: true }));
    await page.getByText('投递成功').waitFor();
    await press(page.getByRole('link', { name: '查看申请进度' }));
    await page.getByRole('heading', { name: '我的申请', level: 1 }).waitFor();

    expect(
      await linesOf(
        app,
        'select state, cover_note, account_id from applications where job_posting_id = $1',
        [posting.id],
      ),
    ).toEqual([`submitted 可以随时到岗。 ${account.account.id}`]);
    expect(complaints).toEqual([]);
    await context.close();
  },
  120_000,
);

it('takes a new person by keyboard alone', async () => {
  const { app } = portal;
  const phone = newPhone();
  const person = await portal.visit({ size: 'phone' });
  const { page, go, complaints, context } = person;
  const { press, type, isSomewhere } = keyboardOf(person);
  await go('/sign-up');
  await type(page.getByLabel('手机号或邮箱'), phone);
  await press(page.getByRole('button', { name: '获取验证码' }));
  await page.getByText('验证码已发送').waitFor();
  await isSomewhere();
  await type(page.getByLabel('验证码', { exact: true }), await lastCode(app));
  await type(page.getByLabel('姓名或称呼'), '周明');
  // Month, day and year: the browser asks in its own language.
  await type(page.getByLabel('出生日期'), '05202001');
  await press(page.getByRole('checkbox', { name: '我已阅读并同意上述隐私声明' }), 'Space');
  await press(page.getByRole('button', { name: '注册', exact: true }));
  await page.waitForURL((url) => url.pathname !== '/sign-up');
  await isSomewhere();

  const made = await linesOf(
    app,
    `select a.display_name, a.state, count(s.id) from accounts a
     join account_identifiers i on i.account_id = a.id join sessions s on s.account_id = a.id
     where a.display_name = $1 group by a.id`,
    ['周明'],
  );
  expect(made).toEqual(['周明 active 1']);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
