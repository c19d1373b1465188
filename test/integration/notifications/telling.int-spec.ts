import { Ids } from '../../../src/core/clock/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { PersonalData } from '../../../src/core/privacy/index.js';
import { agreementSigned } from '../../../src/modules/agreements/index.js';
import {
  applicationSubmitted,
  applicationViewed,
  offerMade,
} from '../../../src/modules/applications/index.js';
import {
  jobPostingFilled,
  jobPostingRevised,
  jobPostingSubmitted,
} from '../../../src/modules/job-postings/index.js';
import { recommendationsChanged } from '../../../src/modules/matching/index.js';
import { NotificationsModule } from '../../../src/modules/notifications/index.js';
import { NotificationInbox } from '../../../src/modules/notifications/notification-inbox.service.js';
import { NotificationRepository } from '../../../src/modules/notifications/notification.repository.js';
import { verificationSubmitted } from '../../../src/modules/organisations/index.js';
import { createAccount } from '../../factories/account.factory.js';
import { createApplication } from '../../factories/application.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { happened, idsOf, notices, receivers, record } from './notifications.support.js';

const NOW = '2026-11-23T10:00:00+08:00';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [NotificationsModule] });
});
beforeEach(async () => {
  await app.database.truncateAll();
  app.clock.set(NOW);
});
afterAll(() => app.close());

/** An enterprise with a viewer besides, a posting and an application to it. */
async function scene() {
  const viewer = await createAccount(app);
  const enterprise = await createEnterpriseWithRecruiter(app, {
    members: [{ account: viewer, role: 'VIEWER' }],
  });
  const posting = await createJobPosting(app, { organisation: enterprise });
  const application = await createApplication(app, { posting });
  const fact = {
    applicationId: application.id,
    jobPostingId: posting.id,
    organisationId: enterprise.id,
    accountId: application.applicant.account.id,
  };
  return { enterprise, viewer, posting, application, fact };
}

describe('who is told', () => {
  it('are officers and administrators of the employer, once each, with ids only', async () => {
    const { enterprise, application, posting, fact } = await scene();
    await happened(app, applicationSubmitted, fact, application.applicant);
    expect(await receivers(app)).toEqual(idsOf(enterprise.administrator, enterprise.recruiter));
    for (const notice of await notices(app)) {
      expect(notice.kind).toBe('APPLICATION_RECEIVED');
      expect(notice.params).toEqual({
        applicationId: application.id,
        jobPostingId: posting.id,
        asOrganisationId: enterprise.id,
      });
      expect(notice.position).toBe('1');
    }
  });

  it('is nobody twice, however often the event is delivered', async () => {
    const { fact } = await scene();
    await happened(app, applicationSubmitted, fact);
    await app.database.pool.query('update outbox_deliveries set done_at = null');
    await app.database.pool.query('update outbox_events set sent_at = null');
    await app.settle();
    expect((await notices(app)).length).toBe(2);
  });

  it('is not whoever did it for the organisation', async () => {
    const college = await createCollegeWithClerk(app);
    const enterprise = await createEnterpriseWithRecruiter(app);
    const parties = {
      agreementId: app.get(Ids).next(),
      organisationIds: [college.id, enterprise.id],
      accountIds: [],
      byOrganisationId: college.id,
    };
    await happened(app, agreementSigned, parties, college.administrator);
    expect(await receivers(app)).toEqual(
      idsOf(college.clerk, enterprise.administrator, enterprise.recruiter),
    );
  });

  it('is once who belongs to both parties', async () => {
    const both = await createAccount(app);
    const members = [{ account: both, role: 'ADMINISTRATOR' as const }];
    const college = await createOrganisation(app, { kind: 'COLLEGE', members });
    const enterprise = await createOrganisation(app, { members });
    await happened(app, agreementSigned, {
      agreementId: app.get(Ids).next(),
      organisationIds: [college.id, enterprise.id],
      accountIds: [],
      byOrganisationId: college.id,
    });
    expect(await receivers(app)).toEqual(idsOf(both));
  });

  it('is the bureau in charge, of organisations and of postings', async () => {
    const bureau = await createBureauWithOfficer(app);
    const enterprise = await createOrganisation(app, { standing: 'UNVERIFIED' });
    await happened(app, verificationSubmitted, {
      organisationId: enterprise.id,
      verificationId: app.get(Ids).next(),
      isAppeal: false,
    });
    const posting = await createJobPosting(app, { state: 'IN_REVIEW', organisation: enterprise });
    await happened(app, jobPostingSubmitted, { jobPostingId: posting.id });
    const told = await notices(app);
    for (const kind of ['VERIFICATION_SUBMITTED', 'POSTING_SUBMITTED'])
      expect(
        told
          .filter((notice) => notice.kind === kind)
          .map((notice) => notice.account_id)
          .sort(),
      ).toEqual(idsOf(bureau.administrator, bureau.officer));
    expect(told.length).toBe(4);
  });

  it('is each applicant of a posting, about his own application, while it is undecided', async () => {
    const { posting, application } = await scene();
    const second = await createApplication(app, { posting, state: 'SHORTLISTED' });
    await createApplication(app, { posting, state: 'ACCEPTED' });
    await happened(app, jobPostingRevised, { jobPostingId: posting.id });
    expect(
      (await notices(app)).map(({ account_id, params }) => [account_id, params.applicationId]),
    ).toEqual(
      expect.arrayContaining([
        [application.applicant.account.id, application.id],
        [second.applicant.account.id, second.id],
      ]),
    );
    expect((await notices(app)).length).toBe(2);
  });

  it('is nobody where nobody of ours stands behind it', async () => {
    const external = await createJobPosting(app, { publication: 'EXTERNAL' });
    await happened(app, jobPostingFilled, { jobPostingId: external.id });
    await happened(app, jobPostingFilled, { jobPostingId: app.get(Ids).next() });
    expect(await notices(app)).toEqual([]);
  });

  it('is not a closed account', async () => {
    const { fact, application } = await scene();
    await app.database.pool.query(
      `update accounts set state = 'closed', closed_at = now(), display_name = '', password_hash = null,
         birth_date_sealed = null where id = $1`,
      [application.applicant.account.id],
    );
    await happened(app, applicationViewed, fact);
    expect(await notices(app)).toEqual([]);
  });

  it('is told of recommendations once a day, by the calendar of China', async () => {
    const profile = await createProfile(app);
    const changed = { profileId: profile.id, newCount: 2 };
    await happened(app, recommendationsChanged, changed);
    await happened(app, recommendationsChanged, changed);
    expect(await receivers(app)).toEqual([profile.person.account.id]);
    app.clock.set('2026-11-24T00:00:01+08:00');
    await happened(app, recommendationsChanged, changed);
    expect((await notices(app)).map(({ position }) => position)).toEqual(['1', '2']);
  });
});

describe('the places of notices', () => {
  it('follow the commits: what commits later comes later', async () => {
    const { account } = await createAccount(app);
    const repository = app.get(NotificationRepository);
    const unit = app.get(UnitOfWork);
    const entry = { accountId: account.id, kind: 'OFFER_MADE' as const, params: {} };
    const commits: string[] = [];
    const write = (name: string, pauseMs: number) =>
      unit
        .run(async () => {
          await repository.insert(app.get(Ids).next(), [entry]);
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        })
        .then(() => commits.push(name));
    const slow = write('slow', 300);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([slow, write('fast', 0)]);
    expect(commits).toEqual(['slow', 'fast']);
    expect((await notices(app)).map(({ position }) => position)).toEqual(['1', '2']);
  });

  it('are counted for each receiver on his own', async () => {
    const [first, second] = [await createAccount(app), await createAccount(app)];
    const repository = app.get(NotificationRepository);
    const of = (accountId: string, kind: 'OFFER_MADE' | 'OFFER_LAPSED') => ({
      accountId,
      kind,
      params: {},
    });
    const written = await repository.insert(app.get(Ids).next(), [
      of(first.account.id, 'OFFER_MADE'),
      of(first.account.id, 'OFFER_LAPSED'),
      of(second.account.id, 'OFFER_MADE'),
    ]);
    expect(written.deliveries).toBe(3);
    expect([...written.accountIds].sort()).toEqual(idsOf(first, second));
    const { rows } = await app.database.pool.query(
      'select account_id, array_agg(position::int order by position) as positions from notifications group by 1',
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { account_id: first.account.id, positions: [1, 2] },
        { account_id: second.account.id, positions: [1] },
      ]),
    );
  });
});

describe('keeping notices', () => {
  it('forgets those read more than 180 days ago, and no others', async () => {
    const { account } = await createAccount(app);
    await app.database.pool.query(
      `insert into notifications (id, event_id, account_id, kind, params, position, created_at, read_at)
       select gen_random_uuid(), gen_random_uuid(), $1, 'OFFER_MADE', '{}', n, $2::timestamptz - interval '400 days',
         case n when 1 then $2::timestamptz - interval '180 days 1 second'
                when 2 then $2::timestamptz - interval '179 days' end
       from generate_series(1, 3) as n`,
      [account.id, NOW],
    );
    await app.get(NotificationInbox).purge(new AbortController().signal);
    expect((await notices(app)).map(({ position }) => position).sort()).toEqual(['2', '3']);
  });

  it('exports them to the person, and erases them with the account', async () => {
    const { fact, application } = await scene();
    await happened(app, offerMade, { ...fact, offerId: app.get(Ids).next() });
    const { id } = application.applicant.account;
    await app.get(NotificationRepository).setPreference(id, 'APPLICATION_VIEWED', true);
    const { notifications } = await app.get(PersonalData).exportFor(id);
    expect(notifications).toEqual({
      notices: [{ kind: 'OFFER_MADE', createdAt: '2026-11-23T02:00:00.000Z', readAt: null }],
      mails: [{ kind: 'APPLICATION_VIEWED', isEnabled: true }],
    });
    await app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(id));
    expect(await notices(app)).toEqual([]);
    for (const table of ['notification_preferences', 'notification_inboxes']) {
      const { rows } = await app.database.pool.query(`select from ${table} where account_id = $1`, [
        id,
      ]);
      expect(rows).toEqual([]);
    }
  });
});

describe('a burst', () => {
  it('of 400 events leaves exactly the notices it should', async () => {
    const { fact, enterprise, application } = await scene();
    app.clock.release();
    const posting = fact.jobPostingId;
    for (let made = 0; made < 100; made += 1) {
      await record(app, applicationSubmitted, fact, application.applicant);
      await record(app, applicationViewed, fact, enterprise.recruiter);
      await record(app, jobPostingFilled, { jobPostingId: posting }, enterprise.recruiter);
      await record(app, offerMade, { ...fact, offerId: app.get(Ids).next() });
    }
    await app.settle();
    const { rows } = await app.database.pool.query(
      `select account_id, kind, count(*)::int as notices, count(distinct event_id)::int as events,
         count(distinct position)::int as positions
       from notifications group by 1, 2 order by 1, 2`,
    );
    const each = { notices: 100, events: 100, positions: 100 };
    const of = (account_id: string, kind: string) => ({ account_id, kind, ...each });
    const { administrator, recruiter } = enterprise;
    expect(rows).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        of(administrator.account.id, 'APPLICATION_RECEIVED'),
        of(administrator.account.id, 'POSTING_FILLED'),
        of(recruiter.account.id, 'APPLICATION_RECEIVED'),
        of(fact.accountId, 'APPLICATION_VIEWED'),
        of(fact.accountId, 'OFFER_MADE'),
      ]),
    );
    const sent = await app.database.pool.query(
      'select state, count(*)::int as mails from notification_deliveries group by 1',
    );
    expect(sent.rows).toEqual([{ state: 'sent', mails: 400 }]);
  }, 60_000);
});
