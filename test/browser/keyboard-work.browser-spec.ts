import type { Page } from 'playwright-core';
import { latestSigningCode } from '../e2e/agreements.support.js';
import { createAccount } from '../factories/account.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createVerification } from '../factories/verification.factory.js';
import { keyboardOf, type Keyboard } from './keyboard.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 30_000;

let portal: Portal;
let enterprise: TestOrganisation;
let college: TestOrganisation;
let bureau: TestOrganisation;
beforeAll(async () => {
  portal = await openPortal();
  enterprise = await createTeam(portal.app, 'ENTERPRISE', '吴中精密制造有限公司');
  college = await createTeam(portal.app, 'COLLEGE', '吴中职业技术学院');
  bureau = await createTeam(portal.app, 'HR_BUREAU', '吴中人力资源和社会保障局');
  await portal.app.settle();
}, 120_000);
afterAll(() => portal.close());

interface Typist extends Person, Keyboard {
  /** Presses the button that ends the dialog, and looks where the focus goes when the dialog is gone. */
  agree(name: string): Promise<void>;
}

async function typistOf(token: string, size: 'phone' | 'desktop' = 'desktop'): Promise<Typist> {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(PATIENCE_MS);
  const keyboard = keyboardOf(person);
  const agree = async (name: string): Promise<void> => {
    const dialog = person.page.getByRole('dialog');
    await keyboard.press(dialog.getByRole('button', { name, exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    await keyboard.isSomewhere();
  };
  return { ...person, ...keyboard, agree };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const recruiterOf = () => typistOf(enterprise.administrator.token);

it('writes a posting, hands it in and approves it by keyboard alone', async () => {
  const title = '数控机床操作工（长白班）';
  const recruiter = await recruiterOf();
  const { page, press, type, choose } = recruiter;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await recruiter.go(`/work/${enterprise.id}/postings`);
  await press(link(page, '发布岗位').first());
  await type(field('岗位名称'), title);
  await type(field('招聘人数'), '12');
  await type(field('工作内容'), '操作数控车床，做首件检验和日常保养。');
  await type(field('招聘条件'), '会看机械图纸。');
  await type(field('工作条件'), '长白班，车间恒温，提供住宿。');
  await type(field('最低报酬（元）'), '6500');
  await type(field('最高报酬（元）'), '8000');
  await choose(field('工作地区'), '吴中区');
  await type(field('有效期至'), inDays(90));
  await page.keyboard.press('Enter');
  await press(button(page, '提交审核'));
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await recruiter.isSomewhere();
  await recruiter.agree('提交审核');

  const officer = await typistOf(bureau.administrator.token);
  await officer.go(`/work/${bureau.id}/reviews`);
  await officer.press(link(officer.page, title));
  await officer.press(button(officer.page, '通过'));
  await officer.agree('通过');
  expect(
    await linesOf(
      portal.app,
      `select state, headcount, pay_min_fen, pay_max_fen from job_postings
       where organisation_id = $1 and title = $2`,
      [enterprise.id, title],
    ),
  ).toEqual(['published 12 650000 800000']);
  await endOf(recruiter, officer);
}, 120_000);

it('discards drafts by keyboard alone, from the list and from the editor', async () => {
  const draft = (title: string) =>
    createJobPosting(portal.app, { organisation: enterprise, state: 'DRAFT', title });
  await draft('写错的岗位');
  const begun = await draft('重复的岗位');
  await draft('还要写的岗位');
  const recruiter = await recruiterOf();
  const { page, take, press, type } = recruiter;
  const drafts = `/work/${enterprise.id}/postings?state=drafts`;
  const titles = () => page.locator('.gq-own-row h2').allInnerTexts();
  const main = page.locator('main');
  await recruiter.go(drafts);
  await take(button(page, '“写错的岗位”的更多操作'), '删除草稿');
  await recruiter.agree('删除草稿');
  await link(page, '写错的岗位').waitFor({ state: 'detached' });
  await main.and(page.locator(':focus')).waitFor();
  expect(await titles()).toEqual(['还要写的岗位', '重复的岗位']);

  await recruiter.go(`/work/${enterprise.id}/postings/${begun.id}/edit`);
  await type(page.getByLabel('工作内容', { exact: true }), '写到一半。');
  await press(button(page, '删除草稿'));
  await recruiter.agree('删除草稿');
  await page.waitForURL(`**/work/${enterprise.id}/postings`);
  await main.and(page.locator(':focus')).waitFor();
  expect(await page.evaluate(`Object.keys(localStorage)`)).toEqual([]);
  await recruiter.go(drafts);
  expect(await titles()).toEqual(['还要写的岗位']);
  await endOf(recruiter);
}, 120_000);

it('drafts an agreement and signs it for both parties by keyboard alone', async () => {
  const title = '数控技术专业订单班合作协议';
  const clerk = await typistOf(college.administrator.token);
  const { page, press, type, choose } = clerk;
  await clerk.go(`/work/${college.id}/agreements`);
  await press(link(page, '起草协议').first());
  await choose(page.getByLabel('企业', { exact: true }), enterprise.name);
  await type(page.getByLabel('协议名称'), title);
  await clerk.tabTo(page.getByRole('radio', { name: /^订单班/ }));
  await page.keyboard.press('ArrowDown');
  await type(page.getByLabel('第 1 条内容'), '双方共同培养学生，企业提供实习岗位和指导老师。');
  await press(button(page, '保存草稿'));
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await clerk.isSomewhere();
  await press(button(page, '发起签署'));
  await clerk.agree('发起签署');
  await sign(clerk);

  const recruiter = await recruiterOf();
  await recruiter.go(`/work/${enterprise.id}/agreements`);
  await recruiter.press(link(recruiter.page, title));
  await sign(recruiter);
  await portal.app.settle();
  expect(
    await linesOf(
      portal.app,
      `select a.form, count(s.organisation_id), bool_and(s.content_hash = a.content_hash)
       from agreements a join agreement_signatures s on s.agreement_id = a.id
       where a.title = $1 group by a.id`,
      [title],
    ),
  ).toEqual(['INTERNSHIP_BASE 2 true']);
  await endOf(clerk, recruiter);
}, 120_000);

async function sign({ page, press, type, agree }: Typist): Promise<void> {
  await press(button(page, '签署协议'));
  await press(page.getByRole('checkbox', { name: '我已阅读协议全文' }), 'Space');
  await press(button(page, '获取签署验证码'));
  await page.getByText('验证码已发送到您的手机或邮箱').waitFor();
  await type(
    page.getByRole('textbox', { name: '签署验证码' }),
    await latestSigningCode(portal.app),
  );
  await agree('签署协议');
}

it('takes a candidate from the first look to the accepted offer by keyboard alone', async () => {
  const { app } = portal;
  const title = '装配钳工（两班倒）';
  const posting = await createJobPosting(app, { organisation: enterprise, title });
  const applicant = await createProfile(app, {
    person: await createAccount(app, { channel: 'PORTAL' }),
    fullName: '林晓',
  });
  const application = await createApplication(app, { posting, applicant });
  await app.settle();

  const recruiter = await recruiterOf();
  const { page, take } = recruiter;
  const stage = (name: string) => page.getByRole('region', { name, exact: true });
  await recruiter.go(`/work/${enterprise.id}/postings/${posting.id}/candidates`);
  await take(button(page, '林晓 的操作'), '加入入围');
  await stage('入围').getByText('林晓').waitFor();
  await recruiter.isSomewhere();
  await take(button(page, '林晓 的操作'), '安排面试');
  await recruiter.type(page.getByLabel('地点或会议地址'), '木渎镇金枫南路1号三楼');
  await recruiter.agree('发出邀请');
  await stage('面试中').getByText('林晓').waitFor();

  const graduate = await typistOf(applicant.person.token, 'phone');
  await graduate.go('/me/applications');
  await graduate.press(link(graduate.page, title));
  await graduate.press(button(graduate.page, `确认参加 – ${title}`));
  await graduate.page.getByText('已确认', { exact: true }).waitFor();
  await graduate.isSomewhere();

  await take(button(page, '林晓 的操作'), '发录用通知');
  await recruiter.agree('发出录用通知');
  await graduate.go(`/me/applications/${application.id}`);
  await graduate.press(button(graduate.page, '接受录用'));
  await graduate.agree('接受录用');
  expect(
    await linesOf(
      app,
      `select a.state, i.state as interview, i.place, o.state as offer from applications a
       join interviews i on i.application_id = a.id join offers o on o.application_id = a.id
       where a.id = $1`,
      [application.id],
    ),
  ).toEqual(['accepted confirmed 木渎镇金枫南路1号三楼 accepted']);
  await endOf(recruiter, graduate);
}, 120_000);

it('verifies an organisation by keyboard alone', async () => {
  const { organisation } = await createVerification(portal.app);
  const officer = await typistOf(bureau.administrator.token);
  const { page, press } = officer;
  await officer.go(`/work/${bureau.id}/verifications`);
  await press(link(page, organisation.name));
  await press(button(page, '受理'));
  await button(page, '不通过').waitFor();
  await officer.isSomewhere();
  await press(button(page, '通过'));
  await officer.agree('通过');
  expect(
    await linesOf(
      portal.app,
      `select v.state, o.standing from organisation_verifications v
       join organisations o on o.id = v.organisation_id where o.id = $1`,
      [organisation.id],
    ),
  ).toEqual(['approved verified']);
  await endOf(officer);
}, 60_000);

/** The browser had nothing to complain about. */
async function endOf(...people: readonly Typist[]): Promise<void> {
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of people) await context.close();
}

/** A day as the picker takes it. */
function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}
