import type { Page } from 'playwright-core';
import { createAgreement } from '../factories/agreement.factory.js';
import { createJobFair } from '../factories/job-fair.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterEach(() => portal.app.database.truncateAll());
afterAll(() => portal.close());

const visit = async (token: string | null, size: 'phone' | 'desktop'): Promise<Person> => {
  const person = await portal.visit({ ...(token === null ? {} : { token }), size });
  person.page.setDefaultTimeout(30_000);
  return person;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });
/** As an input for the clock in China takes it, so many days from now. */
const inDays = (days: number, hour: string): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}`;

it('holds a fair for partners: the college publishes, the enterprise comes on a phone, and leaves', async () => {
  const { app } = portal;
  const enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  const agreement = await createAgreement(app, { college, enterprise });
  await createJobPosting(app, { organisation: enterprise, title: '数控设备调试员' });
  const other = await createJobFair(app, {
    organiser: college,
    name: '春季专场招聘会',
    invited: [{ organisationId: enterprise.id, agreementId: agreement.id }],
  });

  const clerk = await visit(college.administrator.token, 'desktop');
  const { page } = clerk;
  await clerk.go(`/work/${college.id}/job-fairs`);
  await page.getByRole('link', { name: '新建招聘会' }).click();
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field('名称').fill('冬季专场招聘会');
  const region = page.getByRole('combobox', { name: '地区' });
  await region.fill('吴中');
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByText('吴中区')
    .last()
    .click();
  await field('地点').fill('体育馆一层');
  await field('开始时间').fill(inDays(20, '09:00'));
  await field('结束时间').fill(inDays(20, '08:00'));
  await field('报名截止').fill(inDays(15, '18:00'));
  await button(page, '保存').click();
  await page.getByText('时间顺序有误').first().waitFor();
  await field('结束时间').fill(inDays(20, '16:00'));
  await button(page, '保存').click();
  await button(page, '发布').click();
  await inDialog(page, '发布').click();
  await page.getByText('待答复').first().waitFor();
  const fairUrl = new URL(page.url()).pathname;

  const recruiter = await visit(enterprise.administrator.token, 'phone');
  await recruiter.go(fairUrl);
  await button(recruiter.page, '报名参展').click();
  await recruiter.page.getByRole('combobox', { name: '带来的岗位' }).fill('数控');
  await recruiter.page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle('数控设备调试员', { exact: true })
    .last()
    .click();
  await recruiter.page.getByRole('combobox', { name: '带来的岗位' }).press('Escape');
  await inDialog(recruiter.page, '报名参展').click();
  await recruiter.page.getByText('已报名 1 家').waitFor();
  await recruiter.page.getByRole('link', { name: '数控设备调试员' }).waitFor();
  await button(recruiter.page, '退出报名').click();
  await recruiter.page.getByLabel('原因').fill('当天另有安排');
  await inDialog(recruiter.page, '退出报名').click();
  await recruiter.page.getByText('已报名 0 家').waitFor();
  await recruiter.go(`/job-fairs/${other.id}`);
  await button(recruiter.page, '谢绝邀请').click();
  await recruiter.page.getByLabel('原因').fill('没有招聘计划');
  await inDialog(recruiter.page, '谢绝邀请').click();
  await recruiter.page.getByText('原因：没有招聘计划').waitFor();
  await recruiter.go(`/work/${enterprise.id}/agreements/${agreement.id}`);
  await recruiter.page.getByText('依据本协议受邀的招聘会').waitFor();
  await recruiter.page.getByRole('link', { name: '春季专场招聘会' }).waitFor();

  const stranger = await visit(null, 'desktop');
  await stranger.go(fairUrl);
  await stranger.page.getByText('未找到该招聘会').first().waitFor();
  const lines = await linesOf(
    app,
    `select f.name, p.state, p.reason from job_fair_places p
     join job_fairs f on f.id = p.job_fair_id`,
    [],
  );
  expect(lines.sort()).toEqual(
    ['冬季专场招聘会 left 当天另有安排', '春季专场招聘会 declined 没有招聘计划'].sort(),
  );
  const everybody = [clerk, recruiter, stranger];
  expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of everybody) await context.close();
}, 120_000);
