import type { Page } from 'playwright-core';
import { Clock } from '../../src/core/clock/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { addDays } from '../factories/job-posting.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

let portal: Portal;
let enterprise: TestOrganisation;
let college: TestOrganisation;
let own: TestOrganisation;
let sending: TestOrganisation;
let second: TestOrganisation;
beforeAll(async () => {
  portal = await openPortal();
  enterprise = await createTeam(portal.app, 'ENTERPRISE', '吴中精密制造有限公司');
  college = await createTeam(portal.app, 'COLLEGE', '吴中职业技术学院');
  own = await createTeam(portal.app, 'HR_BUREAU', '吴中人力资源和社会保障局');
  sending = await createTeam(portal.app, 'HR_BUREAU', '铜仁市人力资源和社会保障局');
  second = await createTeam(portal.app, 'HR_BUREAU', '毕节市人力资源和社会保障局');
}, 120_000);
afterAll(() => portal.close());

const visit = async (token: string): Promise<Person> => {
  const person = await portal.visit({ token, size: 'desktop' });
  person.page.setDefaultTimeout(30_000);
  return person;
};
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const radio = (page: Page, name: string) => page.getByRole('radio', { name });
const offered = (page: Page, name: string) =>
  page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(name, { exact: true })
    .last();

/** Of a field that searches as one types, or of the few that it offers; one that takes several stays open. */
async function choose(page: Page, label: string, name: string, how?: 'several'): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  if (await box.isEditable()) await box.fill(name);
  await offered(page, name).click();
  if (how === 'several') await page.keyboard.press('Escape');
  await expect.poll(() => box.getAttribute('aria-expanded'), { timeout: 10_000 }).toBe('false');
}
const day = (days: number) => addDays(portal.app.get(Clock).today(), days);
async function typeDay(page: Page, label: string, value: string): Promise<void> {
  await field(page, label).fill(value);
  await page.keyboard.press('Enter');
}

it('drafts an internship of three parties and says what the rules forbid before it can be signed', async () => {
  const title = '数控操作岗位实习三方协议';
  // Another try finds the student of the first one.
  const name = `顾小满${String(Date.now() % 1000)}`;
  const student = await createAccount(portal.app, {
    displayName: name,
    birthDate: '2006-03-01',
  });
  await createAffiliation(portal.app, { collegeId: college.id, student });
  const clerk = await visit(college.administrator.token);
  const { page } = clerk;
  await clerk.go(`/work/${college.id}/agreements/new`);
  await radio(page, '学生实习三方协议').click();
  await button(page, '保存草稿').click();
  await page.getByText('请填写').first().waitFor();

  await choose(page, '学生', name);
  await choose(page, '实习单位', enterprise.name);
  await field(page, '协议名称').fill(title);
  await typeDay(page, '开始日期', day(10));
  await typeDay(page, '结束日期', day(100));
  for (const [label, value] of [
    ['实习岗位', '数控操作员'],
    ['同岗位月工资（元）', '6000'],
    ['实习报酬（元/月）', '4800'],
    ['每日工时（小时）', '9'],
    ['每周工时（小时）', '8'],
    ['单位在岗职工（人）', '100'],
    ['相同岗位职工（人）', '5'],
    ['学校指导教师', '王老师'],
    ['企业指导师傅', '李师傅'],
    ['第 1 条内容', '三方共同管理实习，乙方不安排加班。'],
  ] as const)
    await field(page, label).fill(value);
  await page.getByText('即 4,800 元').waitFor();
  await button(page, '保存草稿').click();
  const perWeek = page.locator('.ant-form-item', { has: field(page, '每周工时（小时）') });
  await perWeek.locator('.ant-form-item-explain-error').waitFor();

  await field(page, '每周工时（小时）').fill('45');
  await button(page, '保存草稿').click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByText('每日实习不得超过 8 小时（现为 9）').waitFor();
  await page.getByText('每周实习不得超过 40 小时（现为 45）').waitFor();

  await page.goto(`${page.url()}/edit`);
  await field(page, '每日工时（小时）').fill('8');
  await field(page, '每周工时（小时）').fill('40');
  await button(page, '保存草稿').click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByText('每日 8 小时，每周 40 小时').waitFor();
  expect(await page.getByText('不得超过').count()).toBe(0);
  await button(page, '发起签署').click();
  await page.getByRole('dialog').getByRole('button', { name: '发起签署', exact: true }).click();
  await page.getByText('待签署').first().waitFor();
  expect(
    await linesOf(
      portal.app,
      `select a.kind, a.state, i.hours_per_week::int, string_agg(p.name, '/' order by p.position)
       from agreements a join agreement_parties p on p.agreement_id = a.id
       join agreement_internships i on i.agreement_id = a.id and i.version_number = a.version_number
       where a.title = $1 group by a.id, i.hours_per_week`,
      [title],
    ),
  ).toEqual([
    `TRIPARTITE_INTERNSHIP awaiting_signatures 40 ${name}/${enterprise.name}/${college.name}`,
  ]);
  expect(clerk.complaints).toEqual([]);
  await clerk.context.close();
}, 120_000);

it('drafts a labour cooperation of several bureaux with what each of them owes', async () => {
  const title = '吴中—铜仁劳务协作协议';
  const officer = await visit(own.administrator.token);
  const { page } = officer;
  await officer.go(`/work/${own.id}/agreements`);
  await page.getByRole('link', { name: '起草协议' }).first().click();
  await radio(page, '劳务协作协议').click();
  await page.getByRole('radio', { name: '输入地人社部门', exact: true }).click();
  await choose(page, '输出地人社部门', sending.name, 'several');
  await choose(page, '输出地人社部门', second.name, 'several');
  await field(page, '协议名称').fill(title);
  await field(page, '第 1 条内容').fill('成批输送，到岗有保障，费用不得向劳动者收取。');
  await button(page, '添加约定事项').click();
  await choose(page, '事项', '转移就业人数');
  await choose(page, '责任方', second.name);
  await field(page, '数量（人）').fill('300');
  await typeDay(page, '完成期限', day(700));
  await button(page, '保存草稿').click();
  const due = page.locator('.ant-form-item', { has: field(page, '完成期限') });
  await due.locator('.ant-form-item-explain-error').waitFor();

  await typeDay(page, '完成期限', day(200));
  await button(page, '保存草稿').click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByText(`${second.name} · `).waitFor();
  expect(
    await linesOf(
      portal.app,
      `select p.role, p.name, o.metric, o.quantity from agreements a
       join agreement_parties p on p.agreement_id = a.id
       left join agreement_obligations o on o.agreement_id = a.id and o.version_number = a.version_number
         and o.party_position = p.position
       where a.title = $1 order by p.position`,
      [title],
    ),
  ).toEqual([
    `SENDING_BUREAU ${sending.name} null null`,
    `SENDING_BUREAU ${second.name} PEOPLE_TRANSFERRED 300`,
    `HR_BUREAU ${own.name} null null`,
  ]);
  expect(officer.complaints).toEqual([]);
  await officer.context.close();
}, 120_000);

it('renews several agreements at once and says of each what became of it', async () => {
  const ending = (title: string) =>
    createAgreement(portal.app, {
      ...{ college, enterprise, title },
      startsOn: day(-300),
      endsOn: day(64),
    });
  const first = await ending('数控技术订单班协议');
  await ending('机电一体化实习协议');
  const clerk = await visit(college.administrator.token);
  const { page } = clerk;
  await clerk.go(`/work/${college.id}/agreements`);
  await page.getByRole('link', { name: '批量续签' }).click();
  await page.getByRole('checkbox', { name: '选择 数控技术订单班协议' }).first().click();
  await button(page, '续签所选（1）').click();
  await button(page, '起草续签稿').click();
  await page.getByText('续签稿已起草').first().waitFor();
  await page.getByText('该协议已有续签稿').first().waitFor();
  await page.getByRole('link', { name: '查看续签稿' }).first().click();
  await page.getByRole('heading', { name: '修改协议文本' }).waitFor();
  expect(
    await linesOf(
      portal.app,
      `select r.state, r.starts_on = a.ends_on + 1 from agreements a
       left join agreements r on r.renewed_from_id = a.id where a.id = $1`,
      [first.id],
    ),
  ).toEqual(['draft true']);
  expect(clerk.complaints).toEqual([]);
  await clerk.context.close();
}, 60_000);
