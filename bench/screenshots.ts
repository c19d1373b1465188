import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { UnitOfWork } from '../src/core/database/index.js';
import { AllocationRunWork } from '../src/modules/matching/allocation-run/allocation-run-work.service.js';
import { DEMO_PASSWORD, DEMO_PLAYERS } from '../src/modules/demo/demo-log-ins.js';
import { SearchRebuild } from '../src/modules/search/index.js';
import { openBrowser } from '../test/browser/browser.js';
import { allocateDemo } from '../test/browser/portal-allocations.js';
import { addressOf, findIds, PORTAL_PAGES, type Visitor } from '../test/browser/portal-pages.js';
import { settled } from '../test/browser/portal.js';
import { openPlatform, report } from './support/platform.js';

const FOLDER = resolve(import.meta.dirname, '../.data/screenshots');
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const LOCALES = ['zh-CN', 'en'] as const;
/** Charts draw when the page stands. */
const SETTLE_MS = 600;

// Pictures of every page of the demo market, both sizes and both languages, for people to look at.
const app = await openPlatform();
await app.get(SearchRebuild, { strict: false }).rebuild();
const url = (await app.url()).replace('127.0.0.1', 'localhost');
const sessions = new Map<Visitor, string>();
const accounts = new Map<Visitor, string>();
for (const { part, identifier } of DEMO_PLAYERS) await signIn(part, identifier);
const { sql: database } = app.get(UnitOfWork, { strict: false });
const found = await findIds(async (text, [value]) => {
  const [before = '', after = ''] = text.split('$1');
  const statement = text.includes('$1')
    ? sql<{ id: string }>`${sql.raw(before)}${value}${sql.raw(after)}`
    : sql<{ id: string }>`${sql.raw(text)}`;
  return (await statement.execute(database)).rows;
}, accounts);
const allocated = await allocateDemo({
  bureauId: found['bureauOfficerOrganisation'] ?? '',
  ask: async (query, variables) =>
    (await ask(query, variables, sessions.get('bureauOfficer'))).data,
  work: (id) => app.get(AllocationRunWork, { strict: false }).run(id),
});
const ids = { ...found, ...allocated };

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
const complaints: string[] = [];
let taken = 0;
for (const [size, viewport] of Object.entries(SIZES))
  for (const locale of LOCALES)
    for (const [index, shown] of PORTAL_PAGES.entries()) {
      const context = await browser.newContext({ viewport, locale });
      const session = sessions.get(shown.as);
      await context.addCookies([
        { name: 'gq-locale', value: locale, url },
        ...(session === undefined
          ? []
          : [
              {
                name: '__Host-session',
                value: session,
                domain: 'localhost',
                path: '/',
                secure: true,
              },
            ]),
      ]);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${shown.route}: ${String(error)}`));
      await page.goto(url + addressOf(shown, ids));
      await settled(page);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await page.waitForTimeout(SETTLE_MS);
      const name = `${String(index + 1).padStart(2, '0')}${shown.route.replaceAll(/[^\w]+/g, '-')}`;
      await page.screenshot({ path: `${FOLDER}/${name}-${size}-${locale}.png`, fullPage: true });
      taken += 1;
      await context.close();
    }
report({ screenshots: taken, folder: FOLDER, errors: complaints.length });
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
await browser.close();
await app.close();
if (complaints.length > 0) process.exitCode = 1;

async function signIn(part: Visitor, contact: string): Promise<void> {
  const { data, cookie } = await ask(
    `mutation ($contact: String!, $password: String!) {
      signIn(input: { contact: $contact, password: $password, channel: PORTAL }) { viewer { account { id } } } }`,
    { contact, password: DEMO_PASSWORD },
  );
  const { signIn: answer } = data as { signIn: { viewer: { account: { id: string } } } };
  accounts.set(part, answer.viewer.account.id);
  sessions.set(part, /__Host-session=([^;]+)/.exec(cookie)?.[1] ?? '');
}

async function ask(query: string, variables: object, session?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(session === undefined ? {} : { cookie: `__Host-session=${session}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Readonly<Record<string, unknown>> };
  return { data, cookie: response.headers.get('set-cookie') ?? '' };
}
