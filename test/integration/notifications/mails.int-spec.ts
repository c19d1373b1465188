import { Ids } from '../../../src/core/clock/index.js';
import {
  Mailer,
  MailRejected,
  MailUnavailable,
  type MailMessage,
} from '../../../src/core/mail/index.js';
import {
  applicationClosed,
  applicationSubmitted,
  applicationViewed,
  interviewMoved,
  offerMade,
} from '../../../src/modules/applications/index.js';
import { NotificationsModule } from '../../../src/modules/notifications/index.js';
import { NotificationDeliveryService } from '../../../src/modules/notifications/notification-delivery.service.js';
import { NotificationRepository } from '../../../src/modules/notifications/notification.repository.js';
import { recheckDue } from '../../../src/modules/organisations/index.js';
import { createAccount } from '../../factories/account.factory.js';
import {
  createApplication,
  createInterview,
  type TestApplication,
} from '../../factories/application.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { deliveries, happened, notices, record } from './notifications.support.js';

const NOW = '2026-11-23T10:00:00+08:00';

let app: TestApp;
let sent: MailMessage[];
/** What the mail server does with the next messages; takes them when there is nothing. */
let faults: Error[];

beforeAll(async () => {
  app = await createTestApp({ modules: [NotificationsModule], quiet: true });
  vi.spyOn(app.get(Mailer), 'send').mockImplementation((message) => {
    const fault = faults.shift();
    if (fault) return Promise.reject(fault);
    sent.push(message);
    return Promise.resolve();
  });
});
beforeEach(async () => {
  await app.database.truncateAll();
  app.clock.set(NOW);
  [sent, faults] = [[], []];
});
afterAll(() => app.close());

/** An application of somebody who reads English, and what its events say. */
async function scene(person: Parameters<typeof createAccount>[1] = { locale: 'en' }) {
  const enterprise = await createEnterpriseWithRecruiter(app, { name: '苏州精密制造有限公司' });
  const posting = await createJobPosting(app, { organisation: enterprise, title: '数控操作工' });
  const applicant = await createProfile(app, { person: await createAccount(app, person) });
  const application = await createApplication(app, { posting, applicant });
  return { enterprise, application, fact: factOf(application, enterprise.id) };
}

function factOf({ id, posting, applicant }: TestApplication, organisationId: string) {
  const accountId = applicant.account.id;
  return { applicationId: id, jobPostingId: posting.id, organisationId, accountId };
}

const offer = () => ({ offerId: app.get(Ids).next() });

describe('a mail about a notice', () => {
  it('goes to the verified address in the language of the receiver, named after the notice', async () => {
    const { fact, application } = await scene();
    await happened(app, offerMade, { ...fact, ...offer() });
    const { rows } = await app.database.pool.query<{ id: string }>('select id from notifications');
    expect(sent).toEqual([
      {
        to: application.applicant.contacts[0],
        subject: 'You have an offer',
        text: [
          '苏州精密制造有限公司 offers you the work of “数控操作工”. Please answer in time.',
          `Details:\nhttp://localhost:3000/applications/${application.id}`,
        ].join('\n\n'),
        messageId: `notification-${rows[0]?.id ?? ''}`,
      },
    ]);
    expect(await deliveries(app)).toEqual(['sent']);
  });

  it('speaks of times by the clock of China, and says how to switch it off where one may', async () => {
    const { fact, application } = await scene({ locale: 'zh-CN' });
    const interviewId = await createInterview(app, application, {
      startsAt: new Date('2026-11-25T14:30:00+08:00'),
    });
    await happened(app, interviewMoved, { ...fact, interviewId, by: 'EMPLOYER' });
    await happened(app, applicationClosed, { ...fact, reason: 'NOT_SELECTED', by: 'EMPLOYER' });
    expect(sent.map(({ subject }) => subject)).toEqual(['面试时间变更', '求职申请已结束']);
    expect(sent[0]?.text).toContain('改为：2026年11月25日 14:30，请确认');
    expect(sent[0]?.text).not.toContain('通知设置');
    expect(sent[1]?.text).toContain('原因：用人单位选择了其他求职者');
    expect(sent[1]?.text).toContain('通知设置');
  });

  it('says nothing about the applicant', async () => {
    const { fact, application } = await scene();
    await happened(app, applicationSubmitted, fact);
    expect(sent).toHaveLength(2);
    for (const { subject, text } of sent)
      expect(`${subject} ${text}`).not.toContain(application.applicant.account.displayName);
  });

  it('is not planned for kinds shown in the app only, unless somebody asked for it', async () => {
    const { fact, enterprise } = await scene();
    await happened(app, applicationViewed, fact);
    await happened(app, recheckDue, { organisationId: enterprise.id, daysLeft: 7 });
    expect(await deliveries(app)).toEqual([]);
    const repository = app.get(NotificationRepository);
    await repository.setPreference(fact.accountId, 'APPLICATION_VIEWED', true);
    await happened(app, applicationViewed, fact);
    expect(sent.map(({ subject }) => subject)).toEqual(['Your application was viewed']);
    expect((await notices(app)).length).toBe(4);
  });

  it('is not planned when the receiver muted the kind; what he must know of is', async () => {
    const { fact } = await scene();
    const repository = app.get(NotificationRepository);
    await repository.setPreference(fact.accountId, 'APPLICATION_CLOSED', false);
    await repository.setPreference(fact.accountId, 'OFFER_MADE', false);
    await happened(app, applicationClosed, { ...fact, reason: 'NOT_SELECTED', by: 'EMPLOYER' });
    await happened(app, offerMade, { ...fact, ...offer() });
    expect(sent.map(({ subject }) => subject)).toEqual(['You have an offer']);
    expect((await notices(app)).length).toBe(2);
  });
});

describe('a planned mail stays unsent', () => {
  /** Writes the notice, then changes something, then lets the mail be sent. */
  async function changedMeanwhile(
    event: typeof applicationSubmitted,
    fact: Parameters<typeof record>[2] & Awaited<ReturnType<typeof scene>>['fact'],
    change: () => Promise<unknown>,
  ): Promise<string[]> {
    faults = Array.from({ length: 20 }, () => new MailUnavailable('away'));
    await record(app, event, fact);
    await app.settle({ allowFailures: true });
    expect((await deliveries(app)).every((state) => state === 'pending')).toBe(true);
    faults = [];
    await change();
    await app.settle({ includeDelayed: true });
    return deliveries(app);
  }

  it('when the receiver muted it meanwhile', async () => {
    const { fact } = await scene();
    const closed = { ...fact, reason: 'NOT_SELECTED', by: 'EMPLOYER' as const };
    const ended = await changedMeanwhile(applicationClosed, closed, () =>
      app.get(NotificationRepository).setPreference(fact.accountId, 'APPLICATION_CLOSED', false),
    );
    expect(ended).toEqual(['skipped MUTED']);
  });

  it('when the account was disabled meanwhile', async () => {
    const { fact } = await scene();
    const closed = { ...fact, reason: 'NOT_SELECTED', by: 'EMPLOYER' as const };
    const ended = await changedMeanwhile(applicationClosed, closed, () =>
      app.database.pool.query(
        `update accounts set state = 'disabled', disabled_at = now(), disabled_reason = 'x' where id = $1`,
        [fact.accountId],
      ),
    );
    expect(ended).toEqual(['skipped ACCOUNT_INACTIVE']);
  });

  it('when the receiver has left the organisation meanwhile', async () => {
    const { fact, enterprise } = await scene();
    const ended = await changedMeanwhile(applicationSubmitted, fact, () =>
      app.database.pool.query(
        `update organisation_members set ended_at = joined_at, end_cause = 'removed' where account_id = $1`,
        [enterprise.recruiter.account.id],
      ),
    );
    expect(ended).toEqual(['sent', 'skipped NOT_CONCERNED']);
    expect(sent.map(({ to }) => to)).toEqual([enterprise.administrator.contacts[0]]);
  });

  it('when the receiver has no mail address', async () => {
    const { fact } = await scene({ contacts: ['13812341234'] });
    await happened(app, offerMade, { ...fact, ...offer() });
    expect(await deliveries(app)).toEqual(['skipped NO_MAIL_ADDRESS']);
    expect(sent).toEqual([]);
  });
});

describe('the mail server', () => {
  it('is tried again with the same message, which is marked sent once', async () => {
    const { fact } = await scene();
    faults = [new MailUnavailable('away'), new MailUnavailable('still away')];
    await record(app, offerMade, { ...fact, ...offer() });
    await app.settle({ allowFailures: true, includeDelayed: true });
    await app.settle({ allowFailures: true, includeDelayed: true });
    await app.settle({ includeDelayed: true });
    expect(sent).toHaveLength(1);
    const { rows } = await app.database.pool.query(
      'select state, attempts from notification_deliveries',
    );
    expect(rows).toEqual([{ state: 'sent', attempts: 3 }]);
  });

  it('may refuse a message for good', async () => {
    const { fact } = await scene();
    faults = [new MailRejected('no such mailbox')];
    await happened(app, offerMade, { ...fact, ...offer() });
    expect(await deliveries(app)).toEqual(['failed REJECTED']);
  });

  it('gets nothing twice from a task that runs again after it was done', async () => {
    const { fact } = await scene();
    await happened(app, offerMade, { ...fact, ...offer() });
    const { rows } = await app.database.pool.query<{ id: string }>('select id from notifications');
    await app.get(NotificationDeliveryService).send(rows[0]?.id ?? '');
    expect(sent).toHaveLength(1);
    expect(await deliveries(app)).toEqual(['sent']);
  });

  it('gets what is overdue once more; what nobody wants to read any more is given up', async () => {
    const { fact } = await scene();
    faults = Array.from({ length: 5 }, () => new MailUnavailable('away'));
    await record(app, offerMade, { ...fact, ...offer() });
    for (let tries = 0; tries < 5; tries += 1)
      await app.settle({ allowFailures: true, includeDelayed: true });
    expect(await deliveries(app)).toEqual(['pending']);
    const service = app.get(NotificationDeliveryService);
    await service.resume();
    await app.settle();
    expect(await deliveries(app)).toEqual(['pending']);
    app.clock.advance({ minutes: 11 });
    await service.resume();
    await app.settle();
    expect(await deliveries(app)).toEqual(['sent']);

    faults = Array.from({ length: 5 }, () => new MailUnavailable('away'));
    await record(app, offerMade, { ...fact, ...offer() });
    for (let tries = 0; tries < 5; tries += 1)
      await app.settle({ allowFailures: true, includeDelayed: true });
    app.clock.advance({ days: 3, minutes: 1 });
    await service.resume();
    await app.settle();
    expect(await deliveries(app)).toEqual(['sent', 'failed EXPIRED']);
    expect(sent).toHaveLength(1);
  });
});
