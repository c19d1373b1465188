import type { Page } from 'playwright-core';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterAll(() => portal.close());

const visit = async (token: string, size: 'phone' | 'desktop'): Promise<Person> => {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(30_000);
  return person;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });

it('fills an order class: the college lists, the enterprise decides, a student leaves on a phone', async () => {
  const { app } = portal;
  const enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  const { id } = await createAgreement(app, { college, enterprise });
  const people: string[] = [];
  for (const studentName of ['顾小满', '陆谷雨']) {
    const student = await createAccount(app, { channel: 'PORTAL' });
    await createAffiliation(app, { collegeId: college.id, student, studentName });
    people.push(student.token);
  }
  const clerk = await visit(college.administrator.token, 'desktop');
  const { page } = clerk;
  await clerk.go(`/work/${college.id}/agreements/${id}`);
  await button(page, '添加学生').click();
  const box = page.getByRole('combobox', { name: '学生（可多选）' });
  for (const name of ['顾小满', '陆谷雨']) {
    await box.fill(name);
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      .getByTitle(name, { exact: true })
      .last()
      .click();
  }
  await box.press('Escape');
  await inDialog(page, '添加学生').click();
  await page.getByText('名额 40，已入班 0，待企业确认 2').waitFor();

  const recruiter = await visit(enterprise.administrator.token, 'desktop');
  await recruiter.go(`/work/${enterprise.id}/agreements/${id}`);
  await recruiter.page.getByRole('checkbox', { name: '选择 顾小满' }).click();
  await button(recruiter.page, '确认入班（1）').click();
  await inDialog(recruiter.page, '确认入班').click();
  await recruiter.page.getByText('已入班 1，待企业确认 1').waitFor();
  await recruiter.page.getByRole('checkbox', { name: '选择 陆谷雨' }).click();
  await button(recruiter.page, '不录入（1）').click();
  await recruiter.page.getByLabel('理由').fill('专业不对口');
  await inDialog(recruiter.page, '不录入').click();
  await recruiter.page.getByText('已入班 1，待企业确认 0').waitFor();

  const student = await visit(people[0] ?? '', 'phone');
  await student.go('/me/college');
  await button(student.page, '退出订单班').click();
  await student.page.getByLabel('理由').fill('准备升学');
  await inDialog(student.page, '退出订单班').click();
  await student.page.getByText('准备升学').first().waitFor();
  const lines = await linesOf(
    app,
    `select a.student_name, e.state, e.reason from order_class_enrolments e
     join affiliations a on a.id = e.affiliation_id where e.agreement_id = $1`,
    [id],
  );
  expect(lines.sort()).toEqual(['陆谷雨 refused 专业不对口', '顾小满 left 准备升学'].sort());
  expect([clerk, recruiter, student].flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of [clerk, recruiter, student]) await context.close();
}, 120_000);
