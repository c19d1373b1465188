import chromium from '@sparticuz/chromium';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { chromium as playwright, type Browser } from 'playwright-core';
import { createSampleApp } from '../support/sample-app.js';

describe('the GraphiQL page in a browser', () => {
  let browser: Browser;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createSampleApp();
    await app.listen(0, '127.0.0.1');
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('shows an editor, reads the schema and runs a query, asking no other host', async () => {
    const address = await app.getUrl();
    const page = await browser.newPage();
    const elsewhere: string[] = [];
    const broken: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) broken.push(`${response.status()} ${response.url()}`);
    });

    const introspected = page.waitForResponse(
      (response) => response.url() === `${address}/graphql`,
    );
    await page.goto(`${address}/graphiql`);
    expect((await introspected).status()).toBe(200);
    await page.locator('.graphiql-query-editor .monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    // The editor closes the outer brace by itself.
    await page.keyboard.insertText('{ thing(id: 1) { name } ');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window').getByText('"thing 1"').waitFor({ timeout: 20_000 });

    expect(elsewhere).toEqual([]);
    expect(broken).toEqual([]);
  }, 90_000);
});
