import type { Locator, Page } from 'playwright-core';
import { createAgreement } from '../factories/agreement.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import { createTeam, linesOf } from './main-job.cast.js';
import { accessibilityViolations, openPortal, type Person, type Portal } from './portal.js';

const CLAUSES = [
  { heading: '合作内容', body: '企业每年接收学生四十人。' },
  { heading: '住宿', body: '由企业提供住宿。' },
];
const QUESTION = '四十人是否含往届毕业生？';
const ANSWER = '仅指当年在校学生。';
const NOTE = '法务已看过，可以接受。';

let portal: Portal;
let enterprise: TestOrganisation;
let college: TestOrganisation;
beforeAll(async () => {
  portal = await openPortal();
  enterprise = await createTeam(portal.app, 'ENTERPRISE', '吴中精密制造有限公司');
  college = await createTeam(portal.app, 'COLLEGE', '吴中职业技术学院');
}, 120_000);
afterAll(() => portal.close());

const visit = async (
  { administrator }: TestOrganisation,
  size: 'phone' | 'desktop' = 'desktop',
): Promise<Person> => {
  const person = await portal.visit({ token: administrator.token, size });
  person.page.setDefaultTimeout(30_000);
  return person;
};
const clauseOf = (page: Page, place: number): Locator =>
  page.locator('.gq-agreements-clause, .gq-signing-clause').nth(place - 1);
const press = (scope: Locator, name: string | RegExp): Promise<void> =>
  scope.getByRole('button', { name }).click();
const write = async (clause: Locator, label: string | RegExp, words: string): Promise<void> => {
  await clause.getByRole('textbox', { name: label }).fill(words);
  await press(clause, '发表');
  await clause.getByText(words).waitFor();
};
const said = (agreementId: string): Promise<string[]> =>
  linesOf(
    portal.app,
    `select c.party_position, c.is_internal, c.body, c.reply_to_id is not null as answers, c.resolved_at is not null as resolved
     from agreement_comments c where agreement_id = $1 order by c.id`,
    [agreementId],
  );

it('carries a question to the other party, its answer back, and what is internal nowhere', async () => {
  const { id } = await createAgreement(portal.app, {
    ...{ college, enterprise, clauses: CLAUSES, drafter: 'COLLEGE', state: 'NEGOTIATING' },
  });
  const recruiter = await visit(enterprise);
  await recruiter.go(`/work/${enterprise.id}/agreements/${id}`);
  const [first, second] = [clauseOf(recruiter.page, 1), clauseOf(recruiter.page, 2)];
  await press(first, '批注第 1 条');
  await write(first, '批注第 1 条', QUESTION);
  await press(second, '批注第 2 条');
  await second.getByRole('switch', { name: '仅本方可见' }).click();
  await write(second, '批注第 2 条', NOTE);
  await second.getByText('内部', { exact: true }).waitFor();

  const clerk = await visit(college);
  await clerk.go(`/work/${college.id}/agreements/${id}`);
  const seen = clauseOf(clerk.page, 1);
  await press(seen, '批注 1 · 1 条未解决');
  await seen.getByText(QUESTION).waitFor();
  await press(seen, /^回复/);
  await write(seen, /^回复/, ANSWER);
  await press(seen, '标为已解决');
  await seen.getByText('已解决', { exact: true }).waitFor();
  await press(clauseOf(clerk.page, 1), '批注 1 · 均已解决');
  expect(await clauseOf(clerk.page, 2).getByText(NOTE).count()).toBe(0);
  expect(await clauseOf(clerk.page, 2).getByRole('button').allInnerTexts()).toEqual(['+ 批注']);

  await recruiter.go(`/work/${enterprise.id}/agreements/${id}`);
  await press(first, '批注 1 · 均已解决');
  await first.getByText(ANSWER).waitFor();
  await press(first, '重新打开');
  await first.getByRole('button', { name: '批注 1 · 1 条未解决' }).waitFor();
  await press(second, '批注 1 · 1 条未解决');
  await second.getByText(NOTE).waitFor();
  await recruiter.page.evaluate('scrollTo(0, 0)');
  expect(await accessibilityViolations(recruiter.page)).toEqual([]);
  expect(await said(id)).toEqual([
    `2 false ${QUESTION} false false`,
    `2 true ${NOTE} false false`,
    `1 false ${ANSWER} true false`,
  ]);
  expect([...recruiter.complaints, ...clerk.complaints]).toEqual([]);
  for (const { context } of [recruiter, clerk]) await context.close();
}, 120_000);

it('shows the comments where a link is signed, once a party has opened it, and takes more', async () => {
  const made = await createAgreement(portal.app, {
    ...{ college, enterprise, clauses: CLAUSES, state: 'AWAITING_SIGNATURES' },
  });
  const clerk = await visit(college);
  await clerk.go(`/work/${college.id}/agreements/${made.id}`);
  await press(clauseOf(clerk.page, 2), '批注第 2 条');
  await write(clauseOf(clerk.page, 2), '批注第 2 条', '请写明人均面积。');

  const turn = clerk.page.locator('li', { hasText: enterprise.name }).filter({ hasText: '待签署' });
  await press(turn, '生成签署链接');
  const dialog = clerk.page.getByRole('dialog');
  await press(dialog, '生成签署链接');
  const link = await dialog.locator('code').innerText();
  const recruiter = await visit(enterprise, 'phone');
  await recruiter.go(new URL(link).pathname);
  const { page } = recruiter;
  expect(await page.locator('.gq-comments').count()).toBe(0);
  await page.getByRole('checkbox', { name: '我已阅读全文' }).check();
  await press(page.locator('main'), '打开并准备签署');
  await press(clauseOf(page, 2), '批注 1 · 1 条未解决');
  await clauseOf(page, 2).getByText('请写明人均面积。').waitFor();
  await press(clauseOf(page, 2), /^回复/);
  await write(clauseOf(page, 2), /^回复/, '人均不少于四平方米。');
  await page.getByRole('textbox', { name: '签署验证码' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await said(made.id)).toEqual([
    '1 false 请写明人均面积。 false false',
    '2 false 人均不少于四平方米。 true false',
  ]);
  expect([...recruiter.complaints, ...clerk.complaints]).toEqual([]);
  for (const { context } of [recruiter, clerk]) await context.close();
}, 120_000);
