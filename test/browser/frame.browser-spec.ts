import { createAccount } from '../factories/account.factory.js';
import { accessibilityViolations, openPortal, type Portal } from './portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
}, 60_000);
afterAll(() => portal.close());

describe('the frame of the portal', () => {
  it('is rendered by the server with a policy that allows nothing inline', async () => {
    const ask = async (path: string) =>
      fetch(portal.url + path, { headers: { accept: 'text/html' } });
    const [first, second] = [await ask('/'), await ask('/')];
    expect(first.status).toBe(200);
    const policies = [first, second].map(({ headers }) => headers.get('content-security-policy'));
    expect(policies[0]).not.toContain('unsafe');
    expect(policies[0]).not.toBe(policies[1]);
    expect(await first.text()).toContain('<h1');
    expect((await ask('/there-is-nothing-here')).status).toBe(404);
  });

  it('answers programs as before', async () => {
    const answer = await fetch(`${portal.url}/there-is-nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });

  it('keeps files for ever and compresses them', async () => {
    const html = await (await fetch(portal.url, { headers: { accept: 'text/html' } })).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(portal.url + script, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it.each([
    ['desktop', 'zh-CN', 'light'],
    ['desktop', 'en', 'dark'],
    ['phone', 'zh-CN', 'dark'],
    ['phone', 'en', 'light'],
  ] as const)('has nothing to complain about on a %s in %s, %s', async (size, locale, theme) => {
    const person = await portal.visit({ size, locale, theme });
    for (const path of ['/', '/there-is-nothing-here']) {
      await person.go(path);
      expect(await accessibilityViolations(person.page)).toEqual([]);
    }
    expect(await person.page.getAttribute('html', 'lang')).toBe(locale);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  });

  it('opens its menu on a phone by keyboard and closes it with Escape', async () => {
    const { token } = await createAccount(portal.app);
    const { page, go, context } = await portal.visit({ size: 'phone', token });
    await go('/');
    const button = page.locator('button[aria-controls="phone-menu"]');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#phone-menu').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#phone-menu').isVisible()).toBe(false);
    await context.close();
  });
});
