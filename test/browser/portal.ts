import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AppConfig } from '../../src/core/config/index.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { openBrowser } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

export interface PersonOptions {
  readonly size?: keyof typeof SIZES;
  readonly locale?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  /** A session token of somebody a factory made. */
  readonly token?: string;
}

/** Somebody at a browser of their own. What the browser complains about is collected. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Violations of the content security policy, uncaught errors and failed requests so far. */
  readonly complaints: string[];
  go(path: string): Promise<void>;
}

/** The portal with its API and an own database, and browsers to visit it. */
export interface Portal {
  readonly app: TestApp;
  readonly url: string;
  visit(options?: PersonOptions): Promise<Person>;
  close(): Promise<void>;
}

export async function openPortal(): Promise<Portal> {
  const app = await createTestApp();
  const url = (await app.url()).replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost');
  const browser = await openBrowser();
  return {
    app,
    url,
    visit: (options = {}) => visit(browser, url, options),
    async close() {
      await browser.close();
      await app.close();
    },
  };
}

async function visit(browser: Browser, url: string, options: PersonOptions): Promise<Person> {
  const { size = 'desktop', locale = 'zh-CN', theme = 'light', token } = options;
  const context = await browser.newContext({ viewport: SIZES[size], locale });
  await context.addCookies([
    { name: 'gq-locale', value: locale, url },
    { name: 'gq-theme', value: theme, url },
    ...(token === undefined
      ? []
      : [
          {
            name: '__Host-session',
            value: token,
            domain: 'localhost',
            path: '/',
            secure: true,
            httpOnly: true,
          },
        ]),
  ]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // That a page does not exist is an answer like others.
    if (message.type() === 'error' && !/status of (404|410)/.test(message.text()))
      complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    async go(path) {
      await page.goto(url + path);
      await settled(page);
    },
  };
}

/** Links to files name the address of the installation; the portal of a test listens wherever there was room. */
export async function sendFilesHere({ app, url }: Portal, { context }: Person): Promise<void> {
  const { APP_ORIGIN } = app.get(AppConfig).env;
  await context.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(APP_ORIGIN, url);
    await route.fulfill({ response, body });
  });
}

/** Looks between which the page must stay the same: one address may lead on to another. */
const CALM_LOOKS = 3;
const LOOK_MS = 40;
const TAKEN_OVER_MS = 30_000;

/**
 * Until the page's code has taken over and nothing is on its way any more. Notices stream for ever, so silence on the wire
 * would never come.
 */
export async function settled(page: Page): Promise<void> {
  const heading = page.locator('h1').first();
  const isTakenOver = (element: object): boolean =>
    Object.keys(element).some((key) => key.startsWith('__reactFiber'));
  for (
    const deadline = performance.now() + TAKEN_OVER_MS;
    !(await heading.evaluate(isTakenOver));
  ) {
    if (performance.now() > deadline) throw new Error(`${page.url()} was never taken over`);
    await page.waitForTimeout(LOOK_MS);
  }
  const loading = page.locator('.gq-loading');
  for (let calm = 0, address = ''; calm < CALM_LOOKS;) {
    await heading.waitFor();
    await loading.first().waitFor({ state: 'detached' });
    calm = page.url() === address ? calm + 1 : 0;
    address = page.url();
    await page.waitForTimeout(LOOK_MS);
  }
}

/** What axe finds against WCAG 2.2 AA on the page as it is now: rule and the elements. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // The content security policy is right to refuse a script from nowhere; this one comes with the test.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} – ${failureSummary}`),
    );
  });
}
