import { Ids } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { NotificationRepository } from '../../src/modules/notifications/notification.repository.js';
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

  it.each([
    ['zh-CN', '运营单位：工桥演示平台 联系方式：operator@localhost'],
    ['en', 'Operated by 工桥演示平台. Contact: operator@localhost'],
  ] as const)('says in %s who runs it and how to reach them', async (locale, line) => {
    const shown = (html: string): number =>
      html.replaceAll(/<!--.*?-->|<\/?(?:a|p)\b[^>]*>/g, '').split(line).length - 1;
    const rendered = async (path: string): Promise<string> => {
      const headers = { accept: 'text/html', cookie: `gq-locale=${locale}` };
      return (await fetch(portal.url + path, { headers })).text();
    };
    expect(shown(await rendered('/'))).toBe(1);
    expect(shown(await rendered('/privacy-notice'))).toBe(2);

    const { page, go, context } = await portal.visit({ locale });
    await go('/sign-in');
    const footer = page.locator('footer');
    expect(await footer.innerText()).toContain(line);
    expect(
      await footer.getByRole('link', { name: 'operator@localhost' }).getAttribute('href'),
    ).toBe('mailto:operator@localhost');
    await context.close();
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

  it('counts a notice that came after its data and before its live connection', async () => {
    const { token, account } = await createAccount(portal.app, { channel: 'PORTAL' });
    const { page, go, context } = await portal.visit({ token });
    const { promise: told, resolve: tell } = Promise.withResolvers<undefined>();
    await context.route('**/events/notifications*', async (route) => {
      await told;
      await route.continue();
    });
    const counted = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('unreadNotificationCount'),
    );
    await go('/');
    await counted;
    const { app } = portal;
    const repository = app.get(NotificationRepository);
    await app.get(UnitOfWork).run(async () => {
      const entry = { accountId: account.id, kind: 'OFFER_LAPSED' as const, params: {} };
      await repository.insert(app.get(Ids).next(), [entry]);
    });
    tell(undefined);
    await page.getByRole('link', { name: '通知，1 条未读' }).waitFor();
    await context.close();
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
