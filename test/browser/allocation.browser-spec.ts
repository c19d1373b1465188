import type { Page } from 'playwright-core';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createJobPosting, type TestJobPosting } from '../factories/job-posting.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { keyboardOf, type Keyboard } from './keyboard.js';
import { createTeam, linesOf, runBehind } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 60_000;
const WELDING = '氩弧焊工';

let portal: Portal;
let bureau: TestOrganisation;
let enterprise: TestOrganisation;
let welding: TestJobPosting;
let graduate: TestProfile;
let officer: Person & Keyboard;
let behind: ReturnType<typeof runBehind>;

/** Three welders for two seats: the graduate asks for less than is paid, between the others lots decide. */
beforeAll(async () => {
  portal = await openPortal();
  const { app } = portal;
  bureau = await createTeam(app, 'HR_BUREAU', '吴中人力资源和社会保障局');
  enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  welding = await createJobPosting(app, {
    organisation: enterprise,
    title: WELDING,
    headcount: 2,
  });
  await createJobPosting(app, { organisation: enterprise, title: '叉车司机', headcount: 1 });
  const hopeful = { intentions: [{ title: '焊工', payMinFen: 750_000n, payMaxFen: 900_000n }] };
  graduate = await createProfile(app, {
    person: await createAccount(app, { channel: 'PORTAL' }),
    fullName: '林晓',
  });
  await createProfile(app, { ...hopeful, fullName: '周明' });
  await createProfile(app, { ...hopeful, fullName: '吴楠' });
  const person = await visit(bureau.administrator.token);
  officer = { ...person, ...keyboardOf(person) };
  behind = runBehind(app);
}, 120_000);
afterAll(async () => {
  await behind.stop();
  await portal.close();
});

async function visit(token: string, size: 'phone' | 'desktop' = 'desktop'): Promise<Person> {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(PATIENCE_MS);
  return person;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses the step's button, and that of the dialog in which it says what will happen. */
async function take(step: string): Promise<void> {
  const { page, press, isSomewhere } = officer;
  await press(button(page, step));
  const dialog = page.getByRole('dialog');
  await press(dialog.getByRole('button', { name: step, exact: true }));
  await dialog.waitFor({ state: 'hidden' });
  await isSomewhere();
}

/** What the page says of the outcome, by its names. */
async function figuresOn(page: Page): Promise<Record<string, string>> {
  const entries = await page.locator('.gq-allocation-figures > div').all();
  return Object.fromEntries(
    await Promise.all(
      entries.map(async (entry) => [
        await entry.locator('dt').innerText(),
        await entry.locator('dd strong').innerText(),
      ]),
    ),
  ) as Record<string, string>;
}

async function seatsInDatabase(): Promise<string[]> {
  return linesOf(
    portal.app,
    `select p.full_name, j.title, a.rank from allocation_run_assignments a
     join job_seeker_profiles p on p.id = a.profile_id join job_postings j on j.id = a.job_posting_id
     order by a.score desc, 1`,
    [],
  );
}

const stateInDatabase = () =>
  linesOf(portal.app, 'select state from allocation_runs order by id', []);

it('is set up, worked out, committed and undone by keyboard alone, and seen by those it concerns', async () => {
  const { page, press, type, tabTo } = officer;
  await officer.go(`/work/${bureau.id}/allocations`);
  await press(page.getByRole('link', { name: '新建分配' }).first());
  const chosen = page.getByRole('radio', { name: '稳定分配' });
  await tabTo(chosen);
  const byCollege = page.getByRole('radio', { name: '按院校', exact: true });
  await tabTo(page.getByRole('radio', { name: '不限' }));
  await page.keyboard.press('ArrowDown');
  await byCollege.and(page.locator(':checked')).waitFor();
  const quota = page.getByLabel('每校上限');
  await type(quota, '三');
  await page.keyboard.press('Enter');
  await page.getByText('请填写 1 至 10,000 之间的整数').waitFor();
  await quota.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('5');
  await press(button(page, '保存并继续'));
  await page.getByRole('heading', { name: /^整场分配 · / }).waitFor();
  expect(await stateInDatabase()).toEqual(['draft']);
  const seed = await page.locator('.gq-allocation-seed code').innerText();
  expect(await linesOf(portal.app, 'select seed from allocation_runs', [])).toEqual([seed]);

  await take('开始计算');
  // Nobody reloads: the page goes on by itself.
  await page.getByRole('heading', { name: '公平检查' }).waitFor();
  expect(await figuresOn(page)).toEqual({
    参加人数: '3',
    名额: '3',
    分到名额: '2',
    分到第一志愿: '2',
    没有名额: '1',
    空余名额: '1',
  });
  const seats = await seatsInDatabase();
  expect(seats).toHaveLength(2);
  expect(seats[0]).toBe(`林晓 ${WELDING} 1`);
  const rows = page.getByRole('table', { name: '分配名单' }).locator('tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining(graduate.id)]),
  );
  await page.getByText('与别人匹配度相同，抽签排在后面').waitFor();

  const person = await visit(graduate.person.token, 'phone');
  const allocated = person.page.getByRole('region', { name: '整场分配推荐给您的岗位' });
  await person.go('/me/recommendations');
  expect(await allocated.count()).toBe(0);
  const recruiter = await visit(enterprise.administrator.token);
  const candidates = recruiter.page.getByRole('region', { name: '整场分配推荐的人选' });
  const candidatesPage = `/work/${enterprise.id}/postings/${welding.id}/recommended`;
  await recruiter.go(candidatesPage);
  expect(await candidates.count()).toBe(0);

  await take('确认生效');
  // Both are told, and the pages they have open go by it.
  await allocated.getByRole('link', { name: WELDING }).waitFor();
  await candidates.getByRole('heading', { name: '林*', exact: true }).waitFor();
  expect(await candidates.getByRole('listitem').count()).toBe(2);
  expect(await stateInDatabase()).toEqual(['committed']);
  expect(await linesOf(portal.app, 'select 1 from applications', [])).toEqual([]);

  await button(person.page, `谢绝：${WELDING}`).click();
  const declining = person.page.getByRole('dialog');
  await declining.getByRole('radio', { name: /薪资不合适/ }).check();
  await declining.getByRole('button', { name: '不再推荐', exact: true }).click();
  await allocated.waitFor({ state: 'detached' });
  expect(await linesOf(portal.app, 'select reason from recommendation_dismissals', [])).toEqual([
    'pay',
  ]);
  await recruiter.go(candidatesPage);
  expect(await candidates.getByRole('listitem').count()).toBe(1);

  // The seat that was declined is filled by a run of its own, which leaves the other as it is.
  const path = new URL(page.url()).pathname;
  await officer.go(path);
  const free = page.getByRole('table', { name: '空余名额' }).locator('tbody tr');
  await free.filter({ hasText: WELDING }).waitFor();
  expect(await free.count()).toBe(2);
  await take('补位');
  await page.getByText('这是一次补位分配').waitFor();
  await take('开始计算');
  await page.getByRole('heading', { name: '公平检查' }).waitFor();
  expect(await figuresOn(page)).toMatchObject({ 参加人数: '2', 名额: '2', 分到名额: '1' });
  expect(await stateInDatabase()).toEqual(['committed', 'previewed']);
  await officer.go(path);
  await page.getByRole('link', { name: '已有一次补位分配，去看看' }).waitFor();

  await take('撤销');
  expect(await stateInDatabase()).toEqual(['undone', 'previewed']);
  await page.getByText('生效后又撤销').waitFor();
  await person.go('/me/recommendations');
  expect(await allocated.count()).toBe(0);
  await recruiter.go(candidatesPage);
  expect(await candidates.count()).toBe(0);
  expect([officer, person, recruiter].flatMap(({ complaints }) => complaints)).toEqual([]);
}, 180_000);

it('takes part with whom the officer chose, one of a province, and goes on after it stopped', async () => {
  const { app } = portal;
  const college = await createTeam(app, 'COLLEGE', '吴中职业技术学院');
  // Like no other posting here: whoever the quota turns away goes without.
  await createJobPosting(app, { organisation: enterprise, title: '面点师傅', headcount: 2 });
  const wish = { skills: [], intentions: [{ title: '面点师傅', occupationCode: null }] };
  for (const fullName of ['程亮', '秦朗', '顾安']) {
    const student = await createAccount(app);
    await createProfile(app, { ...wish, person: student, fullName });
    await createAffiliation(app, { collegeId: college.id, student });
  }
  const { page } = officer;
  await officer.go(`/work/${bureau.id}/allocations/new`);
  await page.getByRole('radio', { name: '逐个选人', exact: true }).check();
  const people = page.getByLabel('选择人员');
  for (const label of ['程* · 面点师傅', '秦* · 面点师傅']) {
    await people.fill('面点师傅');
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      .getByTitle(label)
      .last()
      .click();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: '按院校所在省份', exact: true }).check();
  await page.getByLabel('每省上限').fill('1');
  await button(page, '保存并继续').click();
  await page.getByRole('heading', { name: /^整场分配 · / }).waitFor();
  const [id] = await linesOf(app, 'select id from allocation_runs order by id desc limit 1', []);
  const saved = await linesOf(
    app,
    `select run.region_maximum, profile.full_name from allocation_runs run
     join allocation_run_chosen_people chosen on chosen.allocation_run_id = run.id
     join job_seeker_profiles profile on profile.id = chosen.profile_id
     where run.id = $1 order by profile.id`,
    [id],
  );
  expect(saved).toEqual(['1 程亮', '1 秦朗']);

  // As a worker leaves it that died six minutes ago.
  await app.database.pool.query(
    `update allocation_runs set state = 'running', updated_at = updated_at - interval '6 minutes'
     where id = $1`,
    [id],
  );
  await officer.go(new URL(page.url()).pathname);
  await page.getByText('计算停下了，可以继续计算或放弃').waitFor();
  await take('继续计算');
  await page.getByRole('heading', { name: '公平检查' }).waitFor();
  expect(await figuresOn(page)).toMatchObject({ 参加人数: '2', 分到名额: '1', 没有名额: '1' });
  await page.getByText('所在院校（或其省份）在愿意去的岗位上已达上限').waitFor();
  expect(officer.complaints).toEqual([]);
}, 120_000);

it('tells an officer what a colleague has done meanwhile', async () => {
  const { page, press } = officer;
  await officer.go(`/work/${bureau.id}/allocations/new`);
  await press(button(page, '保存并继续'));
  await page.getByRole('heading', { name: /^整场分配 · / }).waitFor();
  await press(button(page, '开始计算'));
  const dialog = page.getByRole('dialog');
  const start = dialog.getByRole('button', { name: '开始计算', exact: true });
  await start.waitFor();
  await portal.app.database.pool.query(
    `update allocation_runs set state = 'discarded' where state = 'draft'`,
  );
  await press(start);
  await dialog.getByText('该分配当前状态（已放弃）不能执行此操作').waitFor();
  expect(officer.complaints).toEqual([]);
}, 60_000);
