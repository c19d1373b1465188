import { DEMO_PASSWORD, DEMO_PLAYERS } from '../../src/modules/demo/demo-log-ins.js';
import { DemoSeeder } from '../../src/modules/demo/demo.seeder.js';
import { allocateDemo } from './portal-allocations.js';
import {
  addressOf,
  findIds,
  pathsOfPortal,
  PORTAL_PAGES,
  type PortalPage,
  type Visitor,
} from './portal-pages.js';
import {
  accessibilityViolations,
  openPortal,
  type Person,
  type PersonOptions,
  type Portal,
} from './portal.js';

/** Pages looked at side by side. */
const TABS = 3;

let portal: Portal;
let ids: Record<string, string>;
const tokens = new Map<Visitor, string>();

beforeAll(async () => {
  portal = await openPortal();
  const { app } = portal;
  await app.get(DemoSeeder).run(() => undefined);
  await app.settle();
  const accounts = new Map<Visitor, string>();
  for (const { part, identifier } of DEMO_PLAYERS) {
    const { data, headers } = await app.gql(
      `mutation ($contact: String!, $password: String!) {
        signIn(input: { contact: $contact, password: $password, channel: PORTAL }) { viewer { account { id } } } }`,
      { contact: identifier, password: DEMO_PASSWORD },
    );
    accounts.set(part, data.signIn.viewer.account.id as string);
    tokens.set(part, /__Host-session=([^;]+)/.exec(String(headers['set-cookie']))?.[1] ?? '');
  }
  const found = await findIds(
    async (sql, values) => (await app.database.pool.query<{ id: string }>(sql, [...values])).rows,
    accounts,
  );
  const cookie = `__Host-session=${tokens.get('bureauOfficer') ?? ''}`;
  const allocated = await allocateDemo({
    bureauId: found['bureauOfficerOrganisation'] ?? '',
    ask: async (query, variables) =>
      (await app.gql(query, variables, { headers: { cookie, 'sec-fetch-site': 'same-origin' } }))
        .data,
    work: () => app.settle(),
  });
  await app.settle();
  ids = { ...found, ...allocated };
}, 180_000);
afterAll(() => portal.close());

it('knows every page of the portal', async () => {
  const known = new Set(PORTAL_PAGES.map(({ route }) => route));
  expect((await pathsOfPortal()).filter((path) => !known.has(path))).toEqual([]);
});

describe.each([
  { size: 'desktop', locale: 'zh-CN', theme: 'light' },
  { size: 'phone', locale: 'en', theme: 'dark' },
] as const)('on a $size in $locale, $theme, every page', (look) => {
  it('has no accessibility violation, breaks no policy and throws nothing', async () => {
    const found: string[] = [];
    const waiting = [...PORTAL_PAGES].sort((a, b) => a.as.localeCompare(b.as));
    const work = async (): Promise<void> => {
      const people = new Map<Visitor, Person>();
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const person = people.get(next.as) ?? (await visitAs(next.as, look));
        people.set(next.as, person);
        found.push(...(await complaintsOf(next, person)));
      }
      for (const { context } of people.values()) await context.close();
    };
    await Promise.all(Array.from({ length: TABS }, work));
    expect(found.sort()).toEqual([]);
  }, 300_000);
});

function visitAs(visitor: Visitor, look: PersonOptions): Promise<Person> {
  const token = tokens.get(visitor);
  return portal.visit({ ...look, ...(token === undefined ? {} : { token }) });
}

async function complaintsOf(page: PortalPage, person: Person): Promise<string[]> {
  await person.go(addressOf(page, ids));
  const title = await person.page.locator('h1').allTextContents();
  const headings = title.length === 1 ? [] : [`${String(title.length)} headings of level 1`];
  const violations = await accessibilityViolations(person.page);
  return [...headings, ...violations, ...person.complaints.splice(0)].map(
    (complaint) => `${page.route} as ${page.as}: ${complaint}`,
  );
}
