import type { Page } from 'playwright-core';
import { latestSigningCode } from '../e2e/agreements.support.js';
import { createApplication } from '../factories/application.factory.js';
import { castOf, noticesOf, recordsOf, runBehind, TITLE, type Cast } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 60_000;

let portal: Portal;
let cast: Cast;
let recruiter: Person;
let clerk: Person;
let officer: Person;
let graduate: Person;
let behind: ReturnType<typeof runBehind>;

beforeAll(async () => {
  portal = await openPortal();
  cast = await castOf(portal.app);
  const { enterprise, college, bureau } = cast;
  const visit = async (token: string, size: 'phone' | 'desktop' = 'desktop') => {
    const person = await portal.visit({ token, size });
    person.page.setDefaultTimeout(PATIENCE_MS);
    return person;
  };
  recruiter = await visit(enterprise.administrator.token);
  clerk = await visit(college.administrator.token);
  officer = await visit(bureau.administrator.token);
  graduate = await visit(cast.graduate.person.token, 'phone');
  behind = runBehind(portal.app);
}, 120_000);
afterAll(async () => {
  await behind.stop();
  await portal.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Presses the button that ends the dialog, and waits until the dialog is gone. */
async function agree(page: Page, name: string): Promise<void> {
  const submit = button(page, name).and(page.locator('[type=submit]'));
  await submit.click();
  await submit.waitFor({ state: 'hidden' });
}

async function handIn(): Promise<void> {
  const { page } = recruiter;
  await recruiter.go(`/work/${cast.enterprise.id}/postings/${cast.posting.id}`);
  await button(page, '提交审核').click();
  await agree(page, '提交审核');
  await button(page, '提交审核').waitFor({ state: 'hidden' });
}

async function approve(): Promise<void> {
  const { page } = officer;
  await page.getByRole('link', { name: TITLE, exact: true }).click();
  await button(page, '通过').click();
  await agree(page, '通过');
  await shown(page, '已发布');
}

async function sign({ page }: Person): Promise<void> {
  await button(page, '签署协议').click();
  await page.getByRole('checkbox', { name: '我已阅读协议全文' }).check();
  await button(page, '获取签署验证码').click();
  await shown(page, '验证码已发送到您的手机或邮箱');
  await page.getByRole('textbox', { name: '签署验证码' }).fill(await latestSigningCode(portal.app));
  await agree(page, '签署协议');
}

async function findAndApply(): Promise<void> {
  const { page } = graduate;
  await graduate.go('/jobs');
  await page.getByRole('combobox', { name: '搜索岗位' }).fill('数控设备');
  await button(page, '搜索').click();
  await page.getByRole('link', { name: TITLE, exact: true }).click();
  await button(page, '立即投递').click();
  const consent = page.getByRole('checkbox', { name: '我同意将我的简历和联系方式提供给' });
  await button(page, '投递').click();
  await shown(page, '请勾选同意后再投递');
  await consent.check();
  await agree(page, '投递');
  await page.getByRole('link', { name: '查看申请进度' }).click();
  await page.getByRole('link', { name: TITLE }).first().click();
  await page.getByRole('heading', { name: '进展记录' }).waitFor();
}

const stage = (name: string) => recruiter.page.getByRole('region', { name, exact: true });

async function begin(step: string): Promise<void> {
  await button(recruiter.page, '林晓 的操作').click();
  await recruiter.page.getByRole('menuitem', { name: step }).click();
}

async function invite(): Promise<void> {
  const { page } = recruiter;
  await stage('待筛选').getByText('林晓').waitFor();
  await begin('加入入围');
  await stage('入围').getByText('林晓').waitFor();
  await begin('安排面试');
  await page.getByLabel('地点或会议地址').fill('木渎镇金枫南路1号三楼');
  await agree(page, '发出邀请');
  await stage('面试中').getByText('林晓').waitFor();
}

async function passDays(days: number): Promise<void> {
  const now = behind.passDays(days);
  for (const { context } of [recruiter, graduate]) await context.clock.setSystemTime(now);
}

async function recordAndOffer(): Promise<void> {
  const { page } = recruiter;
  await button(page, '林晓').click();
  await button(page, '登记已面试').click();
  await button(page, '登记已面试').waitFor({ state: 'hidden' });
  await button(page, '发录用通知').click();
  await agree(page, '发出录用通知');
}

async function accept(): Promise<void> {
  const { page } = graduate;
  await button(page, '接受录用').click();
  await agree(page, '接受录用');
  await shown(page, '您已接受录用，名额已为您保留，请按时到岗。');
}

it('is done by four people side by side, and everybody sees what the others do', async () => {
  const { enterprise, college, bureau, agreement, posting } = cast;
  await Promise.all([
    officer.go(`/work/${bureau.id}/reviews`),
    clerk.go(`/work/${college.id}/agreements/${agreement.id}`),
  ]);

  await Promise.all([handIn(), sign(clerk), approve()]);

  await recruiter.go(`/work/${enterprise.id}/agreements/${agreement.id}`);
  await sign(recruiter);
  await Promise.all([recruiter, clerk].map(({ page }) => shown(page, '生效中')));

  const rival = await createApplication(portal.app, { posting, applicant: cast.rival });
  await recruiter.go(`/work/${enterprise.id}/postings/${posting.id}/candidates`);
  await stage('待筛选').getByText('周明').waitFor();
  await Promise.all([findAndApply(), invite()]);

  await button(graduate.page, `确认参加 – ${TITLE}`).click();
  await stage('面试中').getByText('已确认').waitFor();
  await passDays(3);
  await recordAndOffer();
  await accept();

  await button(recruiter.page, '登记入职').click();
  await agree(recruiter.page, '登记入职');
  await shown(graduate.page, '单位已登记您入职。');
  await shown(recruiter.page, '已录用 1 / 1 人');
  await recruiter.page.keyboard.press('Escape');
  await stage('已结束').getByText('周明').waitFor();

  await graduate.go(`/jobs?text=${encodeURIComponent('数控设备')}`);
  await shown(graduate.page, '没有符合条件的岗位');
  await behind.stop();

  expect(await recordsOf(portal.app, cast, rival.id)).toEqual({
    posting: ['closed filled 1 1'],
    postingHistory: ['submit in_review', 'approve published', 'fill closed'],
    agreement: ['effective 2 true'],
    agreementHistory: ['signFirst partially_signed', 'signLast signed', 'takeEffect effective'],
    application: [
      'submit applicant submitted',
      'shortlist employer shortlisted',
      'interview employer interviewing',
      'offer employer offered',
      'accept applicant accepted',
      'onboard employer onboarded',
    ],
    interview: ['held on_site 木渎镇金枫南路1号三楼'],
    offer: ['accepted 600000 700000'],
    rival: ['closed posting_filled platform'],
  });
  // Nobody is told what he did himself.
  const told = await noticesOf(portal.app, cast);
  expect(told).toEqual({
    graduate: [
      'APPLICANT_ONBOARDED',
      'APPLICATION_SHORTLISTED',
      'INTERVIEW_PROPOSED',
      'OFFER_MADE',
    ],
    rival: ['APPLICATION_CLOSED'],
    recruiter: [
      'AGREEMENT_SIGNED',
      'APPLICATION_RECEIVED',
      'INTERVIEW_CONFIRMED',
      'OFFER_ACCEPTED',
      'POSTING_APPROVED',
      'POSTING_FILLED',
    ],
    clerk: ['AGREEMENT_SIGNED', 'AGREEMENT_TOOK_EFFECT'],
    officer: ['POSTING_SUBMITTED'],
  });
  const bell = `通知，${String(told.graduate.length)} 条未读`;
  await graduate.page.getByRole('link', { name: bell }).waitFor();
}, 240_000);

it('complains about nothing', () => {
  expect([recruiter, clerk, officer, graduate].flatMap(({ complaints }) => complaints)).toEqual([]);
});
