import { UnitOfWork } from '../../src/core/database/index.js';
import { NOTIFICATION_KINDS } from '../../src/modules/notifications/notification-kinds.js';
import { NotificationRepository } from '../../src/modules/notifications/notification.repository.js';
import { Ids } from '../../src/core/clock/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { act, keyed, SUBMIT, VIEW, WITHDRAW } from './applications.support.js';
import { NOW } from './job-postings.support.js';
import {
  MARK_READ,
  NOTICES,
  PREFERENCES,
  SET_PREFERENCE,
  UNREAD,
} from './notifications.support.js';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly readAt: string | null;
  readonly target: { readonly type: string; readonly id: string } | null;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Notice[];
  readonly edges: readonly { readonly node: Notice }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  await app.database.truncateAll();
  app.clock.set(NOW);
});
afterAll(() => app.close());

/** Notices out of nowhere, the oldest first. */
async function given(person: TestAccount, count: number): Promise<string[]> {
  const repository = app.get(NotificationRepository);
  const entry = { accountId: person.account.id, kind: 'OFFER_LAPSED' as const, params: {} };
  for (let made = 0; made < count; made += 1)
    await app.get(UnitOfWork).run(() => repository.insert(app.get(Ids).next(), [entry]));
  const { rows } = await app.database.pool.query<{ id: string }>(
    'select id from notifications where account_id = $1 order by position',
    [person.account.id],
  );
  return rows.map(({ id }) => id);
}

const unread = async (as: TestAccount): Promise<number> =>
  (await app.gql(UNREAD, {}, { as })).data.unreadNotificationCount as number;

describe('notices', () => {
  it('tell both sides what the other did, in words of what they may see', async () => {
    const enterprise = await createEnterpriseWithRecruiter(app, { name: '苏州精密制造有限公司' });
    const posting = await createJobPosting(app, { organisation: enterprise, title: '数控操作工' });
    const { person } = await createProfile(app);
    const sent = await act(
      app,
      SUBMIT,
      keyed({ jobPostingId: posting.id, hasConsented: true }),
      person,
    );
    expect(sent.userErrors).toEqual([]);
    const applicationId = sent.application?.id ?? '';
    await act(app, VIEW, { applicationId }, enterprise.recruiter);
    await act(app, WITHDRAW, { applicationId }, person);
    await app.settle();

    const read = async (as: TestAccount, locale: 'en' | 'zh-CN'): Promise<Notice[]> =>
      (await app.gql(NOTICES, {}, { as, locale })).data.notifications.nodes as Notice[];
    const target = { type: 'APPLICATION', id: applicationId };
    expect(await read(person, 'zh-CN')).toEqual([
      expect.objectContaining({
        kind: 'APPLICATION_VIEWED',
        title: '您的申请已被查看',
        body: '苏州精密制造有限公司 查看了您对岗位“数控操作工”的申请。',
        readAt: null,
        target,
      }),
    ]);
    expect(await read(enterprise.recruiter, 'en')).toEqual([
      expect.objectContaining({
        kind: 'APPLICATION_CLOSED',
        body: 'The application for “数控操作工” is closed: the applicant withdrew it.',
        target,
      }),
      expect.objectContaining({ kind: 'APPLICATION_RECEIVED', title: 'New application', target }),
    ]);
    expect(await unread(enterprise.recruiter)).toBe(2);

    // Who leaves keeps the notice and reads no names in it any more.
    await app.database.pool.query(
      `update organisation_members set ended_at = joined_at, end_cause = 'removed' where account_id = $1`,
      [enterprise.recruiter.account.id],
    );
    expect(await read(enterprise.recruiter, 'en')).toEqual([
      expect.objectContaining({
        body: 'The application for “a posting” is closed: another reason.',
        target: null,
      }),
      expect.objectContaining({
        body: '“a posting” has received a new application.',
        target: null,
      }),
    ]);
  });

  it('are listed newest first, by pages, and only to their receiver', async () => {
    const [person, other] = [await createAccount(app), await createAccount(app)];
    const ids = await given(person, 5);
    const page = async (after: string | null) =>
      (await app.gql(NOTICES, { first: 2, after }, { as: person })).data.notifications as Page;
    const [newest, second, third, fourth, oldest] = [...ids].reverse();
    const first = await page(null);
    expect(first.totalCount).toBe(5);
    expect(first.nodes.map(({ id }) => id)).toEqual([newest, second]);
    expect(first.edges.map(({ node }) => node.id)).toEqual([newest, second]);
    const next = await page(first.pageInfo.endCursor);
    expect(next.nodes.map(({ id }) => id)).toEqual([third, fourth]);
    const last = await page(next.pageInfo.endCursor);
    expect(last.nodes.map(({ id }) => id)).toEqual([oldest]);
    expect(last.pageInfo.hasNextPage).toBe(false);
    expect((await app.gql(NOTICES, {}, { as: other })).data.notifications.nodes).toEqual([]);
    expect(await unread(other)).toBe(0);
  });

  it('are marked as read by id or all at once; what is somebody else’s is passed over', async () => {
    const [person, other] = [await createAccount(app), await createAccount(app)];
    const [first = '', second = '', third = ''] = await given(person, 3);
    const [foreign = ''] = await given(other, 1);
    const mark = async (input: object, as = person) =>
      (await app.gql(MARK_READ, { input }, { as })).data.markNotificationsRead as unknown;
    const unknown = app.get(Ids).next();

    expect(await mark({ ids: [first, foreign, unknown] })).toEqual({
      readIds: [first],
      unreadCount: 2,
      userErrors: [],
    });
    expect(await unread(other)).toBe(1);
    app.clock.advance({ minutes: 1 });
    expect(await mark({ ids: [first, second] })).toEqual({
      readIds: [second],
      unreadCount: 1,
      userErrors: [],
    });
    const { nodes } = (await app.gql(NOTICES, {}, { as: person })).data.notifications as Page;
    expect(nodes.map(({ readAt }) => readAt)).toEqual([
      null,
      '2026-11-23T02:01:00.000Z',
      '2026-11-23T02:00:00.000Z',
    ]);
    const unreadOnly = { unreadOnly: true };
    const left = (await app.gql(NOTICES, unreadOnly, { as: person })).data.notifications as Page;
    expect(left.nodes.map(({ id }) => id)).toEqual([third]);
    expect(await mark({ all: true })).toEqual({ readIds: [], unreadCount: 0, userErrors: [] });
    expect(await unread(other)).toBe(1);
  });

  it.each([
    [{}, { code: 'INPUT_REQUIRED', field: ['ids'] }],
    [
      { ids: [], all: true },
      { code: 'INPUT_MALFORMED', field: ['ids'] },
    ],
    [{ ids: ['7'] }, { code: 'INPUT_MALFORMED', field: ['ids', '0'] }],
    [
      { ids: Array.from({ length: 101 }, () => '0199d0c4-0000-7000-8000-00000000abcd') },
      { code: 'INPUT_TOO_MANY', field: ['ids'] },
    ],
  ])('refuse %j to mark', async (input, refusal) => {
    const person = await createAccount(app);
    await given(person, 1);
    const { data } = await app.gql(MARK_READ, { input }, { as: person });
    expect(data.markNotificationsRead).toEqual({
      readIds: null,
      unreadCount: null,
      userErrors: [refusal],
    });
    expect(await unread(person)).toBe(1);
  });

  it('are for people who are signed in', async () => {
    for (const query of [NOTICES, UNREAD, PREFERENCES])
      expect((await app.gql(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const mark = await app.gql(MARK_READ, { input: { all: true } });
    expect(mark.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const input = { kind: 'APPLICATION_CLOSED', channel: 'EMAIL', isEnabled: false };
    const set = await app.gql(SET_PREFERENCE, { input });
    expect(set.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('preferences', () => {
  const set = async (as: TestAccount, kind: string, isEnabled: boolean) =>
    (await app.gql(SET_PREFERENCE, { input: { kind, channel: 'EMAIL', isEnabled } }, { as })).data
      .setNotificationPreference as unknown;

  it('start from the rule of each kind and follow what the person says', async () => {
    const [person, other] = [await createAccount(app), await createAccount(app)];
    const of = async (as: TestAccount, kind: string) =>
      (
        (await app.gql(PREFERENCES, {}, { as })).data.notificationPreferences as {
          kind: string;
          isEnabled: boolean;
          isChoosable: boolean;
        }[]
      ).find((preference) => preference.kind === kind);
    const all = (await app.gql(PREFERENCES, {}, { as: person })).data.notificationPreferences;
    expect(all).toHaveLength(NOTIFICATION_KINDS.length);
    expect(await of(person, 'APPLICATION_VIEWED')).toMatchObject({
      isEnabled: false,
      isChoosable: true,
    });
    for (const isEnabled of [true, false, true])
      expect(await set(person, 'APPLICATION_VIEWED', isEnabled)).toEqual({
        preference: { kind: 'APPLICATION_VIEWED', isEnabled, isChoosable: true },
        userErrors: [],
      });
    expect(await of(person, 'APPLICATION_VIEWED')).toMatchObject({ isEnabled: true });
    expect(await of(other, 'APPLICATION_VIEWED')).toMatchObject({ isEnabled: false });
  });

  it.each(['OFFER_MADE', 'INTERVIEW_MOVED', 'AGREEMENT_SIGNED', 'STANDING_LAPSED', 'RECHECK_DUE'])(
    'cannot be said about %s',
    async (kind) => {
      const person = await createAccount(app);
      expect(await set(person, kind, false)).toEqual({
        preference: null,
        userErrors: [{ code: 'NOTIFICATION_NOT_CHOOSABLE', field: ['kind'] }],
      });
      const { rows } = await app.database.pool.query('select from notification_preferences');
      expect(rows).toEqual([]);
    },
  );
});

it('says nothing of an application the reader may not see', async () => {
  const stranger = await createAccount(app);
  const application = await createApplication(app);
  const { id: applicationId, posting } = application;
  await app.get(UnitOfWork).run(() =>
    app.get(NotificationRepository).insert(app.get(Ids).next(), [
      {
        accountId: stranger.account.id,
        kind: 'OFFER_MADE',
        params: { applicationId, jobPostingId: posting.id },
      },
    ]),
  );
  const { data } = await app.gql(NOTICES, {}, { as: stranger });
  expect(data.notifications.nodes[0].body).toBe(
    'The employer offers you the work of “a posting”. Please answer in time.',
  );
});
