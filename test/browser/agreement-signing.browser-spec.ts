import type { Page } from 'playwright-core';
import { Clock } from '../../src/core/clock/index.js';
import { latestSigningCode } from '../e2e/agreements.support.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { addDays } from '../factories/job-posting.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, sendFilesHere, type Person, type Portal } from './portal.js';

const TITLE = '数控技术订单班合作协议';
const CLAUSES = [
  { heading: '合作内容', body: '双方共建数控技术订单班，企业每年接收学生四十人。' },
  { heading: '争议解决', body: '协商不成的，向学校所在地人民法院起诉。' },
];

let portal: Portal;
let enterprise: TestOrganisation;
let college: TestOrganisation;
beforeAll(async () => {
  portal = await openPortal();
  enterprise = await createTeam(portal.app, 'ENTERPRISE', '吴中精密制造有限公司');
  college = await createTeam(portal.app, 'COLLEGE', '吴中职业技术学院');
}, 120_000);
afterAll(() => portal.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shown = (page: Page, text: string) => page.getByText(text).first().waitFor();
const askCode = async ({ page }: Person): Promise<string> => {
  await button(page, '获取签署验证码').click();
  await shown(page, '验证码已发送到您的手机或邮箱');
  return latestSigningCode(portal.app);
};
const visit = async (token: string, size: 'phone' | 'desktop'): Promise<Person> => {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(30_000);
  return person;
};

it('leads a draft with an annex to two signatures, one in the workspace and one by a link on a phone', async () => {
  const startsOn = addDays(portal.app.get(Clock).today(), 7);
  const agreement = await createAgreement(portal.app, {
    ...{ college, enterprise, drafter: 'COLLEGE', state: 'DRAFT', title: TITLE },
    ...{ clauses: CLAUSES, startsOn },
  });
  const clerk = await visit(college.administrator.token, 'desktop');
  await sendFilesHere(portal, clerk);
  const { page } = clerk;
  await clerk.go(`/work/${college.id}/agreements/${agreement.id}/edit`);
  await button(page, '添加附件').click();
  await page.getByLabel('附件名称').fill('人才培养方案');
  const file = { name: '方案.pdf', mimeType: 'application/pdf', buffer: pdf() };
  await page.locator('fieldset input[type=file]').setInputFiles(file);
  await shown(page, '更换文件');
  await button(page, '保存草稿').click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();

  await button(page, '发起签署').click();
  await page.getByRole('dialog').getByRole('button', { name: '发起签署', exact: true }).click();
  await button(page, '签署协议').click();
  const dialog = page.getByRole('dialog', { name: '签署协议' });
  await dialog.getByRole('link', { name: '附件 1：人才培养方案' }).waitFor();
  await dialog.getByRole('checkbox', { name: '我已阅读协议全文' }).check();
  const code = await askCode(clerk);
  const field = dialog.getByRole('textbox', { name: '签署验证码' });
  await field.fill(code === '000000' ? '000001' : '000000');
  await dialog.getByRole('button', { name: '签署协议', exact: true }).click();
  await dialog.locator('.ant-form-item-explain', { hasText: '验证码不正确或已失效' }).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill(code);
  await dialog.getByRole('button', { name: '签署协议', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });

  const turn = page.locator('li', { hasText: enterprise.name }).filter({ hasText: '待签署' });
  await turn.getByRole('button', { name: '生成签署链接', exact: true }).click();
  const linkDialog = page.getByRole('dialog');
  await linkDialog.getByRole('button', { name: '生成签署链接', exact: true }).click();
  const url = await linkDialog.locator('code').innerText();

  const recruiter = await visit(enterprise.administrator.token, 'phone');
  await recruiter.go(new URL(url).pathname);
  await recruiter.page.getByRole('link', { name: '附件 1：人才培养方案' }).scrollIntoViewIfNeeded();
  await recruiter.page.getByRole('checkbox', { name: '我已阅读全文' }).check();
  await button(recruiter.page, '打开并准备签署').click();
  await recruiter.page.getByRole('textbox', { name: '签署验证码' }).fill(await askCode(recruiter));
  await button(recruiter.page, '确认签署').click();
  await recruiter.page.getByRole('heading', { name: '签署成功', level: 1 }).waitFor();

  const ask = (sql: string): Promise<string[]> => linesOf(portal.app, sql, [agreement.id]);
  expect(
    await ask(`select a.state, count(s.id), bool_and(s.content_hash = a.content_hash)
      from agreements a join agreement_signatures s on s.agreement_id = a.id and s.voided_at is null
      where a.id = $1 group by a.id`),
  ).toEqual(['signed 2 true']);
  expect(
    await ask(`select kind, count(*) from agreement_events where agreement_id = $1
      and kind in ('VIEWED', 'SIGNED', 'LINK_ISSUED') group by kind order by kind`),
  ).toEqual(['LINK_ISSUED 1', 'SIGNED 2', 'VIEWED 2']);
  expect(
    await ask(`select used_at is not null from agreement_signing_links where agreement_id = $1`),
  ).toEqual(['true']);
  expect(await ask(`select distinct title from agreement_annexes where agreement_id = $1`)).toEqual(
    ['人才培养方案'],
  );
  expect([...clerk.complaints, ...recruiter.complaints]).toEqual([]);
}, 120_000);

it('shows a student who is a party what concerns him, with his turn to sign', async () => {
  const student = await createAccount(portal.app, { channel: 'PORTAL' });
  const agreement = await createAgreement(portal.app, {
    ...{ college, enterprise, student, state: 'AWAITING_SIGNATURES', title: '实习三方协议' },
  });
  const { page, go } = await visit(student.token, 'phone');
  await go(`/agreements/${agreement.id}`);
  await page.getByRole('heading', { name: '实习三方协议', level: 1 }).waitFor();
  await button(page, '签署协议').click();
  const dialog = page.getByRole('dialog', { name: '签署协议' });
  await dialog.getByText('并由本人签署').waitFor();
  expect(await dialog.getByRole('textbox', { name: '签署验证码' }).count()).toBe(0);
}, 120_000);

it('counts what becomes void before an agreement is sent back', async () => {
  const agreement = await createAgreement(portal.app, {
    ...{ college, enterprise, state: 'PARTIALLY_SIGNED', title: '退回的协议' },
  });
  const person = await visit(enterprise.administrator.token, 'desktop');
  const { page } = person;
  await person.go(`/work/${enterprise.id}/agreements/${agreement.id}`);
  await button(page, '退回修改').click();
  const dialog = page.getByRole('dialog', { name: '退回草稿修改？' });
  expect(await dialog.locator('.gq-dialog-lead').getByRole('listitem').allInnerTexts()).toEqual([
    '1 份签署',
  ]);
  await dialog.getByRole('textbox', { name: '原因' }).fill('人数须改为三十人');
  await dialog.getByRole('button', { name: '退回修改', exact: true }).click();
  await dialog.locator('.ant-form-item-explain', { hasText: '请先勾选确认' }).waitFor();
  const ask = (): Promise<string[]> =>
    linesOf(
      portal.app,
      `select a.state, count(s.id) filter (where s.voided_at is null) as standing, count(s.id) as given
      from agreements a left join agreement_signatures s on s.agreement_id = a.id where a.id = $1 group by a.id`,
      [agreement.id],
    );
  expect(await ask()).toEqual(['partially_signed 1 1']);
  await dialog.getByRole('checkbox', { name: '我知道以上签署和审核通过将作废' }).check();
  await dialog.getByRole('button', { name: '退回修改', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await ask()).toEqual(['draft 0 1']);
  expect(person.complaints).toEqual([]);
}, 120_000);
