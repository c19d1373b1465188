import type { Page } from 'playwright-core';
import { importPostings } from '../support/imported-postings.js';
import { keyboardOf, type Keyboard } from './keyboard.js';
import { openPortal, type Person, type Portal } from './portal.js';

const PATIENCE_MS = 30_000;
const ROWS = [
  's1,电子厂普工（包吃包住）,普工,江苏省苏州吴中区,6-8千,无需经验,初中,示例电子,',
  's2,电子厂普工,双休,江苏省苏州吴中区,4-5千,1年,高中,示例电子二厂,',
  's3,电子厂领班,班组长,江苏省苏州吴中区,7-9千,3-4年,大专,示例电子,',
  's4,会计,出纳,江苏省苏州吴中区,5-7千,1年,大专,示例财务,',
];

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
  await importPostings(portal.app, ROWS);
}, 120_000);
afterAll(() => portal.close());

async function visit(size: 'phone' | 'desktop'): Promise<Person & Keyboard> {
  const person = await portal.visit({ size });
  person.page.setDefaultTimeout(PATIENCE_MS);
  return { ...person, ...keyboardOf(person) };
}

const found = (page: Page) =>
  page.locator('.gq-posting-list').first().locator('h3').allInnerTexts();
const waitForTotal = (page: Page, count: number) =>
  page.getByText(`共 ${String(count)} 个岗位`).waitFor();

it('says what it understood, and takes it as words and back, by keyboard alone on a phone', async () => {
  const person = await visit('phone');
  const { page, press, tabTo } = person;
  await person.go('/jobs');
  await tabTo(page.getByRole('combobox', { name: '搜索岗位' }));
  await page.keyboard.type('苏州普工 包吃住 6千以上');
  await page.keyboard.press('Enter');
  await waitForTotal(page, 1);
  expect(await found(page)).toEqual(['电子厂普工（包吃包住）']);
  const chips = page.getByRole('list', { name: '已理解为' });
  expect(
    (await chips.locator('.gq-search-chip').allInnerTexts()).map((text) => text.trim()),
  ).toEqual(['地区：苏州市', '待遇：包吃住', '月薪：6,000元以上']);

  await press(chips.getByRole('link', { name: /按原文搜索“包吃住”/ }));
  await waitForTotal(page, 0);
  await press(chips.getByRole('link', { name: '把“包吃住”作为条件' }));
  await waitForTotal(page, 1);
  await press(chips.getByRole('link', { name: '去掉条件：待遇：包吃住' }));
  await waitForTotal(page, 1);
  await press(chips.getByRole('link', { name: '去掉条件：月薪：6,000元以上' }));
  await waitForTotal(page, 2);
  expect(person.complaints).toEqual([]);
}, 90_000);

it('shows the ways on from nothing: the condition in the way, with what is behind it', async () => {
  const person = await visit('desktop');
  const { page, press } = person;
  await person.go('/jobs?text=上海普工');
  await page.getByText('没有符合条件的岗位').waitFor();
  await press(page.getByRole('link', { name: '去掉“上海市”：2 个岗位' }));
  await waitForTotal(page, 2);
  expect(new URL(page.url()).searchParams.get('text')).toBe('普工');

  await person.go('/jobs?text=快计');
  await press(page.getByRole('link', { name: '会计', exact: true }));
  await waitForTotal(page, 1);
  expect(await found(page)).toEqual(['会计']);
  expect(person.complaints).toEqual([]);
}, 90_000);

it('says that letters were read as pinyin, and shows what resembles below what was found', async () => {
  const person = await visit('phone');
  const { page } = person;
  await person.go('/jobs?text=kuaiji');
  await waitForTotal(page, 1);
  await page.getByText('已按拼音查找。').waitFor();

  await person.go('/jobs?text=电子厂普工');
  await page.getByRole('heading', { name: '岗位名称相近的其他岗位' }).waitFor();
  const similar = page.getByRole('region', { name: '岗位名称相近的其他岗位' });
  expect(await similar.locator('h3').allInnerTexts()).toContain('电子厂领班');
  expect(person.complaints).toEqual([]);
}, 90_000);
