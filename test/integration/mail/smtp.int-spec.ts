import { createServer, type AddressInfo, type Server } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import {
  MailRejected,
  MailUnavailable,
  SmtpMailer,
  type MailMessage,
} from '../../../src/core/mail/index.js';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

const received: Received[] = [];
let smtp: SMTPServer;
let url: string;
const mailers: SmtpMailer[] = [];
const FROM = '共桥 <no-reply@jobs.example.org>';

function createMailer(server = url, timeoutMs = 2_000): SmtpMailer {
  const mailer = new SmtpMailer({ url: server, from: FROM, timeoutMs });
  mailers.push(mailer);
  return mailer;
}

const message = (more: Partial<MailMessage> = {}): MailMessage => ({
  to: 'anna@example.org',
  subject: '您有一份面试邀请',
  text: '您好：\n请于周一参加面试。\n.\n再见',
  messageId: 'notification-0198a000',
  ...more,
});

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo(address, _session, done) {
      const [local] = address.address.split('@');
      if (local === 'gone')
        done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      else if (local === 'busy') done(Object.assign(new Error('Try later'), { responseCode: 450 }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void PostalMime.parse(raw).then((mail) => {
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: raw.toString('latin1'),
            mail,
          });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${String((smtp.server.address() as AddressInfo).port)}`;
});
beforeEach(() => {
  received.length = 0;
});
afterAll(async () => {
  for (const mailer of mailers) mailer.onApplicationShutdown();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

describe('SmtpMailer', () => {
  it('sends Chinese text and HTML that arrive unchanged, from the configured sender', async () => {
    await createMailer().send(message({ html: '<p>您好 &amp; 再见</p>' }));
    const [{ from, to, mail } = { from: '', to: [], mail: null }] = received;
    expect([from, to]).toEqual(['no-reply@jobs.example.org', ['anna@example.org']]);
    expect(mail?.from).toEqual({ name: '共桥', address: 'no-reply@jobs.example.org' });
    expect(mail?.to).toEqual([{ name: '', address: 'anna@example.org' }]);
    expect(mail?.subject).toBe('您有一份面试邀请');
    expect(mail?.text?.trimEnd()).toBe('您好：\n请于周一参加面试。\n.\n再见');
    expect(mail?.html?.trim()).toBe('<p>您好 &amp; 再见</p>');
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  it('gives a message the same Message-ID at every try', async () => {
    const mailer = createMailer();
    await mailer.send(message());
    await mailer.send(message());
    await mailer.send(message({ messageId: 'notification-0198a001' }));
    expect(received.map(({ mail }) => mail.messageId)).toEqual([
      '<notification-0198a000@jobs.example.org>',
      '<notification-0198a000@jobs.example.org>',
      '<notification-0198a001@jobs.example.org>',
    ]);
  });

  it.each([
    '面试\r\nBcc: spy@example.org',
    '面试\nBcc: spy@example.org\n\nanother body',
    '面试\u2028Bcc: spy@example.org',
    '面试\u0000\r\n\r\n<script>',
  ])('lets no header be smuggled in by the subject %j', async (subject) => {
    await createMailer().send(message({ subject }));
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['anna@example.org']);
    expect(received[0]?.mail.bcc).toBeUndefined();
    expect(received[0]?.raw).not.toMatch(/^bcc:/im);
    expect(received[0]?.mail.subject?.startsWith('面试 ')).toBe(true);
  });

  it.each([
    'anna@example.org, spy@example.org',
    'anna@example.org\r\nRCPT TO:<spy@example.org>',
    'Anna <anna@example.org>',
    'anna@example.org spy@example.org',
    '<anna@example.org>',
    'anna',
    '@example.org',
    'a@b@c',
    '',
  ])('refuses the receiver %j for good and sends nothing', async (to) => {
    await expect(createMailer().send(message({ to }))).rejects.toThrow(MailRejected);
    expect(received).toEqual([]);
  });

  it.each(['a b', 'x>\r\nBcc: a@b.c', '<a@b>', ''])(
    'refuses %j as a message id',
    async (messageId) => {
      await expect(createMailer().send(message({ messageId }))).rejects.toThrow(TypeError);
      expect(received).toEqual([]);
    },
  );

  it('keeps file and address references of a text as text', async () => {
    await createMailer().send(
      message({ text: 'file:///etc/passwd', html: '<img src="file:///etc/passwd">' }),
    );
    expect(received[0]?.mail.attachments).toEqual([]);
    expect(received[0]?.mail.text?.trim()).toBe('file:///etc/passwd');
  });

  it('tells a mailbox that does not exist from a server that is busy, without repeating the address', async () => {
    const gone = createMailer().send(message({ to: 'gone@example.org' }));
    await expect(gone).rejects.toThrow(MailRejected);
    await expect(gone).rejects.toThrow('The mail server refused the message (550)');
    const busy = createMailer().send(message({ to: 'busy@example.org' }));
    await expect(busy).rejects.toThrow(MailUnavailable);
    await expect(busy).rejects.not.toThrow('busy@example.org');
  });

  it('says that nobody listens', async () => {
    await expect(createMailer('smtp://127.0.0.1:9').send(message())).rejects.toThrow(
      MailUnavailable,
    );
  });

  it('gives a silent server up after its time-out', async () => {
    const silent: Server = createServer((socket) =>
      socket.on('error', () => socket.destroy()).unref(),
    );
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const port = (silent.address() as AddressInfo).port;
    const began = performance.now();
    await expect(
      createMailer(`smtp://127.0.0.1:${String(port)}`, 300).send(message()),
    ).rejects.toThrow(MailUnavailable);
    expect(performance.now() - began).toBeLessThan(3_000);
    silent.close();
  });
});
