import { AppConfig, type Env } from '../../../src/core/config/index.js';
import { Ids } from '../../../src/core/clock/index.js';
import { MailRejected, Mailer, type MailMessage } from '../../../src/core/mail/index.js';
import { DevelopmentMailer } from '../../../src/core/mail/development.mailer.js';
import { DevelopmentMessagesController } from '../../../src/core/mail/development-messages.controller.js';
import { DevelopmentMessagesRepository } from '../../../src/core/mail/development-messages.repository.js';
import { MailProcessor } from '../../../src/core/mail/mail.processor.js';
import { SmsGateway } from '../../../src/core/one-time-codes/index.js';
import { DeliveringCodeSender } from '../../../src/core/one-time-codes/delivering-code-sender.js';
import { TerminalTaskError } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { TestClock } from '../../support/test-clock.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

const clock = new TestClock();
let database: TestDatabase;
let messages: DevelopmentMessagesRepository;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  const work = createUnitOfWork(database.url);
  close = () => work.close();
  messages = new DevelopmentMessagesRepository(work.uow, clock, new Ids(clock));
});
beforeEach(async () => {
  await database.truncateAll();
  clock.set('2026-03-02T08:00:00Z');
});
afterAll(async () => {
  await close();
  await database.drop();
});

/** What the controller sends for an environment. */
async function page(environment: Env['NODE_ENV'], to?: string | string[]): Promise<string> {
  let sent = '';
  const headers: Record<string, string> = {};
  const reply = {
    type: (value: string) => ((headers.type = value), reply),
    header: (name: string, value: string) => ((headers[name] = value), reply),
    send: (body: string) => ((sent = body), reply),
  };
  const env: Pick<Env, 'NODE_ENV'> = { NODE_ENV: environment };
  const controller = new DevelopmentMessagesController(new AppConfig(env as Env), messages);
  await controller.show(reply as unknown as Parameters<typeof controller.show>[0], to);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cache-control']).toBe('no-store');
  return sent;
}

describe('the development mailbox', () => {
  it('shows what was not sent, newest first, escaped, with links that work', async () => {
    const mailer = new DevelopmentMailer(messages);
    await mailer.send({
      to: 'anna@example.org',
      subject: '<b>邀请</b>',
      text: '链接 http://localhost:3000/a#b?c=1&d "<script>"',
      messageId: 'first-1',
    });
    clock.advance({ seconds: 1 });
    await messages.keep({
      channel: 'SMS',
      recipient: '+8613812341234',
      subject: '验证码',
      body: '123456',
    });
    const html = await page('development');
    expect(html.indexOf('123456')).toBeLessThan(html.indexOf('邀请'));
    expect(html).toContain('<h2>&lt;b&gt;邀请&lt;/b&gt;</h2>');
    expect(html).toContain(
      '<a href="http://localhost:3000/a#b?c=1&amp;d">http://localhost:3000/a#b?c=1&amp;d</a> &quot;&lt;script&gt;&quot;',
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '短信 · +8613812341234 · <time datetime="2026-03-02T08:00:01.000Z">2026年3月2日 16:00:01</time>',
    );
    expect(html).toContain('lang="zh-CN"');
  });

  it('filters by receiver and stays whole when the filter is hostile', async () => {
    await messages.keep({ channel: 'SMS', recipient: '+8613812341234', subject: 'one', body: '1' });
    await messages.keep({ channel: 'SMS', recipient: '+8613812341235', subject: 'two', body: '2' });
    const one = await page('test', '+8613812341234 ');
    expect([one.includes('one'), one.includes('two')]).toEqual([true, false]);
    expect(await page('test', '"><script>alert(1)</script>')).toContain(
      'value="&quot;&gt;&lt;script&gt;',
    );
    expect(await page('test', ['a', 'b'])).toContain('<h2>two</h2>');
  });

  it('does not exist in production', async () => {
    await expect(page('production')).rejects.toMatchObject({ status: 404 });
  });

  it('refuses what a mail server would refuse', async () => {
    const mailer = new DevelopmentMailer(messages);
    await expect(
      mailer.send({ to: 'a@b.c, d@e.f', subject: 'x', text: 'x', messageId: 'first-1' }),
    ).rejects.toThrow(MailRejected);
    expect(await messages.latest(10)).toEqual([]);
  });

  it('forgets after a week', async () => {
    await messages.keep({ channel: 'SMS', recipient: '1', subject: 'old', body: 'x' });
    clock.advance({ days: 7, seconds: 1 });
    await messages.keep({ channel: 'SMS', recipient: '1', subject: 'new', body: 'x' });
    await new MailProcessor(messages, clock).purge();
    expect((await messages.latest(10)).map(({ subject }) => subject)).toEqual(['new']);
  });
});

describe('one-time codes', () => {
  class RecordingMailer extends Mailer {
    readonly sent: MailMessage[] = [];
    override send(message: MailMessage): Promise<void> {
      this.sent.push(message);
      return Promise.resolve();
    }
  }
  class RecordingGateway extends SmsGateway {
    readonly sent: Parameters<SmsGateway['sendCode']>[0][] = [];
    override sendCode(message: Parameters<SmsGateway['sendCode']>[0]): Promise<void> {
      this.sent.push(message);
      return Promise.resolve();
    }
  }

  it('go by mail to an address, with the same message id at every try and another for another code', async () => {
    const mailer = new RecordingMailer();
    const sender = new DeliveringCodeSender(mailer, null, null);
    const to = { kind: 'EMAIL', value: 'anna@example.org' } as const;
    await sender.send(to, '123456', 'zh-CN');
    await sender.send(to, '123456', 'zh-CN');
    await sender.send(to, '654321', 'en');
    expect(mailer.sent.map(({ to: receiver, subject }) => [receiver, subject])).toEqual([
      ['anna@example.org', '验证码'],
      ['anna@example.org', '验证码'],
      ['anna@example.org', 'Your code'],
    ]);
    expect(mailer.sent[0]?.text).toContain('123456');
    const ids = mailer.sent.map(({ messageId }) => messageId);
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });

  it('go through the gateway to a phone where one is connected', async () => {
    const gateway = new RecordingGateway();
    const sender = new DeliveringCodeSender(new RecordingMailer(), gateway, messages);
    await sender.send({ kind: 'PHONE', value: '+8613812341234' }, '123456', 'zh-CN');
    expect(gateway.sent).toMatchObject([
      { phone: '+8613812341234', code: '123456', locale: 'zh-CN' },
    ]);
    expect(await messages.latest(10)).toEqual([]);
  });

  it('go into the development mailbox without a gateway, and nowhere in production', async () => {
    const phone = { kind: 'PHONE', value: '+8613812341234' } as const;
    const development = new DeliveringCodeSender(new RecordingMailer(), null, messages);
    await development.send(phone, '123456', 'zh-CN');
    expect(await messages.latest(10)).toMatchObject([
      { channel: 'SMS', recipient: '+8613812341234', subject: '验证码' },
    ]);
    const production = new DeliveringCodeSender(new RecordingMailer(), null, null);
    await expect(production.send(phone, '123456', 'zh-CN')).rejects.toThrow(TerminalTaskError);
    expect([
      development.reaches('PHONE'),
      production.reaches('PHONE'),
      production.reaches('EMAIL'),
    ]).toEqual([true, false, true]);
  });
});
