import type { Page } from 'playwright-core';
import { createAccount } from '../factories/account.factory.js';
import { createJobPosting, type TestJobPosting } from '../factories/job-posting.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { MatchingService } from '../../src/modules/matching/matching.service.js';
import { keyboardOf, type Keyboard } from './keyboard.js';
import { createTeam, linesOf, runBehind } from './main-job.cast.js';
import { openPortal, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 30_000;

let portal: Portal;
let enterprise: TestOrganisation;
let welding: TestJobPosting;
let graduate: TestProfile;
let behind: ReturnType<typeof runBehind>;

beforeAll(async () => {
  portal = await openPortal();
  const { app } = portal;
  enterprise = await createTeam(app, 'ENTERPRISE', '吴中精密制造有限公司');
  const post = (title: string, payMaxFen: bigint) =>
    createJobPosting(app, { organisation: enterprise, title, headcount: 3, payMaxFen });
  welding = await post('焊工', 800_000n);
  await post('焊工（夜班）', 650_000n);
  graduate = await createProfile(app, {
    person: await createAccount(app, { channel: 'PORTAL' }),
    fullName: '林晓',
    skills: ['氩弧焊', '等离子切割'],
    intentions: [{ title: '焊工' }],
  });
  await createProfile(app, { fullName: '周明', intentions: [{ title: '焊工' }] });
  await app.get(MatchingService).matchEverybody();
  behind = runBehind(app);
}, 120_000);
afterAll(async () => {
  await behind.stop();
  await portal.close();
});

async function visit(token: string, size: 'phone' | 'desktop'): Promise<Person & Keyboard> {
  const person = await portal.visit({ token, size });
  person.page.setDefaultTimeout(PATIENCE_MS);
  return { ...person, ...keyboardOf(person) };
}

const titles = (page: Page) => page.locator('.gq-matching-list h3').allInnerTexts();
const dismissals = () =>
  linesOf(
    portal.app,
    `select j.title, d.reason from recommendation_dismissals d
     join job_postings j on j.id = d.job_posting_id where d.profile_id = $1`,
    [graduate.id],
  );

it('takes “not for me, because …” and takes it back, by keyboard alone on a phone', async () => {
  const person = await visit(graduate.person.token, 'phone');
  const { page, press, tabTo, isSomewhere } = person;
  await person.go('/me/recommendations');
  expect((await titles(page)).sort()).toEqual(['焊工', '焊工（夜班）']);
  await press(page.getByRole('button', { name: '不感兴趣：焊工', exact: true }));
  const dialog = page.getByRole('dialog');
  await tabTo(dialog.getByRole('radio', { name: /不想做这类工作/ }));
  await page.keyboard.press('ArrowDown');
  await press(dialog.getByRole('button', { name: '不再推荐' }));
  await dialog.waitFor({ state: 'hidden' });
  await isSomewhere();
  await page.getByText('已不再推荐“焊工”').waitFor();
  expect(await titles(page)).toEqual(['焊工（夜班）']);
  expect(await dismissals()).toEqual(['焊工 pay']);

  await page.getByText('不再推荐的岗位（1）').waitFor();
  await press(page.getByRole('button', { name: '恢复推荐：焊工' }).first());
  await page.getByRole('heading', { name: '焊工', exact: true }).waitFor();
  await isSomewhere();
  expect(await dismissals()).toEqual([]);
  expect(person.complaints).toEqual([]);
}, 90_000);

it('says on the page of a posting how it fits its reader, and nothing to others', async () => {
  const person = await visit(graduate.person.token, 'phone');
  const fit = ({ page }: Person) => page.getByRole('heading', { name: '与您的匹配' });
  await person.go(`/jobs/${welding.id}`);
  await fit(person).waitFor();
  await person.page.getByText(/^在 \d+ 个适合您的岗位中排第 \d+ 位。$/).waitFor();
  await person.page.getByText('正是您想做的：').first().waitFor();
  const recruiter = await visit(enterprise.administrator.token, 'desktop');
  await recruiter.go(`/jobs/${welding.id}`);
  expect(await fit(recruiter).count()).toBe(0);
  await person.go('/me/recommendations');
  await person.page.getByRole('heading', { name: '怎样更合适' }).waitFor();
  await person.page.getByText(/^现在有 \d+ 个岗位适合您。/).waitFor();
  expect([person, recruiter].flatMap(({ complaints }) => complaints)).toEqual([]);
}, 60_000);

it('narrows the list by pay, says so when nothing is left, and keeps it in the address', async () => {
  const person = await visit(graduate.person.token, 'desktop');
  const { page, press } = person;
  await person.go('/me/recommendations?pay=6000');
  expect((await titles(page)).sort()).toEqual(['焊工', '焊工（夜班）']);
  await person.go('/me/recommendations?pay=8000');
  expect(await titles(page)).toEqual(['焊工']);
  await person.go('/me/recommendations?pay=20000');
  await page.getByText('没有符合筛选条件的推荐').waitFor();
  await press(page.getByRole('button', { name: '清除筛选' }).first());
  await page.getByRole('heading', { name: '焊工（夜班）' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(person.complaints).toEqual([]);
}, 60_000);

it('shows an employer who fits, narrowed by skill, and the whole profile', async () => {
  const recruiter = await visit(enterprise.administrator.token, 'desktop');
  const { page, press, type } = recruiter;
  const names = page.locator('.gq-recommended h3');
  await recruiter.go(`/work/${enterprise.id}/postings/${welding.id}/recommended`);
  expect((await names.allInnerTexts()).map((name) => name.slice(0, 1)).sort()).toEqual([
    '周',
    '林',
  ]);
  await type(page.getByLabel('会的技能'), '等离子切割');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '周*' }).waitFor({ state: 'detached' });
  expect(await names.allInnerTexts()).toEqual(['林* 首推']);
  await press(page.getByRole('link', { name: /^查看完整简历/ }));
  await page.getByRole('heading', { name: '林*', level: 1 }).waitFor();
  await page.getByText('姓名和联系方式在对方投递后可见').waitFor();
  await page.getByText('氩弧焊、等离子切割').waitFor();

  await press(page.getByRole('button', { name: '邀请投递：林*' }));
  const dialog = page.getByRole('dialog');
  await press(dialog.getByRole('button', { name: '邀请投递', exact: true }));
  await page.getByText(/已邀请投递$/).waitFor();
  expect(await linesOf(portal.app, 'select profile_id from candidate_invitations', [])).toEqual([
    graduate.id,
  ]);
  const person = await visit(graduate.person.token, 'phone');
  await person.go('/me/recommendations');
  const invited = person.page.getByRole('region', { name: '邀请您投递的岗位' });
  await invited.getByRole('link', { name: '焊工', exact: true }).waitFor();
  await invited.getByText(/^用人单位于 .+ 邀请您投递$/).waitFor();
  expect(await linesOf(portal.app, 'select 1 from applications', [])).toEqual([]);
  expect([recruiter, person].flatMap(({ complaints }) => complaints)).toEqual([]);
}, 60_000);
