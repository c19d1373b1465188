import { CandidateRebuild } from '../../src/modules/search/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 120_000);
afterEach(() => portal.app.database.truncateAll());
afterAll(() => portal.close());

async function visit(token: string, size: 'phone' | 'desktop'): Promise<Person> {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(30_000);
  return person;
}

it('finds people for an employer, who narrows, widens, and invites one of them; a college does not', async () => {
  const { app } = portal;
  const enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  const posting = await createJobPosting(app, { organisation: enterprise, title: '焊工' });
  const wish = (fullName: string, skills: string[], experienceYears: number) =>
    createProfile(app, {
      ...{ fullName, skills, experienceYears },
      intentions: [{ title: '操作工', occupationCode: null }],
    });
  const welder = await wish('欧阳小芳', ['氩弧焊', '数控编程'], 6);
  await wish('李明', ['氩弧焊'], 1);
  await wish('王强', ['收银'], 2);
  await createProfile(app, {
    ...{ fullName: '周静', skills: ['氩弧焊'], visibility: 'EMPLOYERS_I_APPLY_TO' },
    person: await createAccount(app),
  });
  await app.get(CandidateRebuild).rebuild();

  const recruiter = await visit(enterprise.administrator.token, 'desktop');
  const { page } = recruiter;
  await recruiter.go(`/work/${enterprise.id}`);
  await page.getByRole('link', { name: '找人才' }).click();
  await page.getByText('找到 3 人').waitFor();
  await page.getByRole('textbox', { name: '搜索人才' }).fill('氩弧焊');
  await page.keyboard.press('Enter');
  await page.getByText('找到 2 人').waitFor();
  await page.getByRole('checkbox', { name: /5–9 年/ }).click();
  await page.getByText('找到 1 人').waitFor();
  await page.getByRole('button', { name: '去掉条件“工作经验：5–9 年”' }).click();
  await page.getByText('找到 2 人').waitFor();
  await page.getByRole('textbox', { name: '搜索人才' }).fill('氩弧焊 数控编程');
  await page.keyboard.press('Enter');
  await page.getByText('找到 1 人').waitFor();
  expect(await page.getByText('小芳').count()).toBe(0);
  await page.getByRole('link', { name: /查看完整简历/ }).click();
  await page.getByRole('button', { name: '邀请投递' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '邀请投递' }).click();
  await dialog.getByText('请选择岗位').waitFor();
  await dialog.getByRole('combobox', { name: '邀请投递的岗位' }).fill('焊');
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle('焊工', { exact: true })
    .last()
    .click();
  await dialog.getByRole('button', { name: '邀请投递' }).click();
  await page.getByText('已邀请，对方会收到通知').waitFor();
  const sent = await linesOf(
    app,
    'select profile_id, job_posting_id from candidate_invitations',
    [],
  );
  expect(sent).toEqual([`${welder.id} ${posting.id}`]);
  await page.getByRole('link', { name: '返回人才搜索' }).click();
  await page.getByText('找到 1 人').waitFor();

  const phone = await visit(enterprise.administrator.token, 'phone');
  await phone.go(`/work/${enterprise.id}/candidates?text=没有这样的人`);
  await phone.page.getByText('没有符合条件的求职者').waitFor();
  await phone.page.getByRole('button', { name: '清除全部' }).click();
  await phone.page.getByText('找到 3 人').waitFor();

  const clerk = await visit(college.administrator.token, 'desktop');
  await clerk.go(`/work/${college.id}/candidates`);
  await clerk.page.getByText('尚不能查找人才').waitFor();
  expect(await clerk.page.getByRole('link', { name: '找人才' }).count()).toBe(0);

  expect([recruiter, phone].flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of [recruiter, phone, clerk]) await context.close();
}, 120_000);
