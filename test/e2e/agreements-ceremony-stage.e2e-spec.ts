import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement, type TestAgreement } from '../factories/agreement.factory.js';
import { createBureauWithOfficer } from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  actAt,
  END,
  GIVE_UP,
  numberOf,
  OPEN,
  planned as planAt,
  refusals,
  seeCeremony,
  type Ceremony,
} from './agreements-ceremonies.support.js';
import { act as actOn, CANCEL, signFor } from './agreements.support.js';
import { expectUntouched } from './applications.support.js';
import { NOW } from './job-postings.support.js';
import { LiveClient } from './notifications.support.js';

let app: TestApp;
let bureau: Awaited<ReturnType<typeof createBureauWithOfficer>>;
const clients: LiveClient[] = [];

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  bureau = await createBureauWithOfficer(app);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => app.close());

const pair = (): Promise<TestAgreement> => createAgreement(app, { state: 'AWAITING_SIGNATURES' });
const act = (query: string, input: object) => actAt(app, query, input, bureau.officer);
const planned = (agreements: readonly { id: string }[]) => planAt(app, bureau, agreements);
const see = (id: string) => seeCeremony(app, id, bureau.officer);
async function opened(agreements: readonly { id: string }[]): Promise<Ceremony> {
  const { id } = await planned(agreements);
  const { ceremony, userErrors } = await act(OPEN, { ceremonyId: id });
  if (!ceremony) throw new Error(JSON.stringify(userErrors));
  return ceremony;
}
const sign = (agreement: TestAgreement, side: 'college' | 'enterprise') =>
  signFor(app, agreement, side === 'college' ? 1 : 2, agreement[side].administrator);
async function follow(id: string, last?: string): Promise<LiveClient> {
  const path = `/events/agreement-ceremonies/${id}`;
  const client = await LiveClient.connect(app, bureau.officer, last, undefined, path);
  clients.push(client);
  return client;
}

describe('the stage', () => {
  it('goes from planned to open to over, and each step is kept', async () => {
    const { id } = await planned([await pair()]);
    expect(refusals(await act(END, { ceremonyId: id }))).toEqual([
      { code: 'AGREEMENT_CEREMONY_WRONG_STATE', field: null },
    ]);
    expect((await act(OPEN, { ceremonyId: id })).ceremony).toMatchObject({
      state: 'OPEN',
      openedAt: '2026-11-23T02:00:00.000Z',
      viewerCan: { edit: false, open: false, end: true, cancel: false },
    });
    for (const query of [OPEN, GIVE_UP])
      expect((await act(query, { ceremonyId: id })).userErrors).toMatchObject([
        {
          code: 'AGREEMENT_CEREMONY_WRONG_STATE',
          message: '签约仪式当前状态（进行中）不能执行此操作',
        },
      ]);
    expect((await act(END, { ceremonyId: id })).ceremony).toMatchObject({ state: 'ENDED' });
    const { rows } = await app.database.pool.query<{ step: string }>(
      `select concat_ws('>', from_state, to_state) as step from agreement_ceremony_history
       where ceremony_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ step }) => step)).toEqual(['planned', 'planned>open', 'open>ended']);
    const { ceremony } = await act(GIVE_UP, { ceremonyId: (await planned([await pair()])).id });
    expect(ceremony).toMatchObject({ state: 'CANCELLED', openedAt: null });
  });

  it('has an agreement on one stage at a time', async () => {
    const shared = await pair();
    const [one, other] = [await planned([shared]), await planned([await pair(), shared])];
    await act(OPEN, { ceremonyId: one.id });
    const refused = await act(OPEN, { ceremonyId: other.id });
    expect(refused.userErrors).toMatchObject([
      {
        code: 'AGREEMENT_CEREMONY_AGREEMENT_ELSEWHERE',
        message: `协议 ${await numberOf(app, shared)} 正在另一场签约仪式上签署`,
      },
    ]);
    expect((await see(other.id))?.state).toBe('PLANNED');
    await act(END, { ceremonyId: one.id });
    expect((await act(OPEN, { ceremonyId: other.id })).ceremony?.state).toBe('OPEN');
  });

  it('is won by one of two ceremonies that open with the same agreement at once', async () => {
    const shared = await pair();
    const both = [await planned([shared]), await planned([shared])];
    const answers = await Promise.all(both.map(({ id }) => act(OPEN, { ceremonyId: id })));
    expect(answers.map(refusals).sort((a, b) => a.length - b.length)).toEqual([
      [],
      [{ code: 'AGREEMENT_CEREMONY_AGREEMENT_ELSEWHERE', field: 'ceremonyId' }],
    ]);
  });

  it('does not open with an agreement that was given up, and shows one that is given up later', async () => {
    const [stays, goes] = [await pair(), await pair()];
    const giveUp = ({ id, enterprise }: TestAgreement) =>
      actOn(app, CANCEL, { agreementId: id, reason: '双方另行商议' }, enterprise.administrator);
    const { id } = await planned([stays, goes]);
    await giveUp(goes);
    expect(refusals(await act(OPEN, { ceremonyId: id }))).toEqual([
      { code: 'AGREEMENT_CEREMONY_AGREEMENT_NOT_AWAITING', field: 'agreementIds.1' },
    ]);
    const open = await opened([stays]);
    await giveUp(stays);
    expect((await see(open.id))?.pairs).toMatchObject([{ isOnTheTable: false, isComplete: false }]);
  });

  it('changes nothing by being looked at', async () => {
    const { id } = await opened([await pair()]);
    await expectUntouched(app, async () => {
      await see(id);
      const screen = await follow(id);
      await screen.until(() => screen.events.length === 1);
    });
  });
});

describe('the screen', () => {
  it('shows two signatures of the same instant, each once', async () => {
    const agreements = [await pair(), await pair()];
    const { id } = await opened(agreements);
    const screen = await follow(id);
    await screen.until(() => screen.events.length === 1);
    expect(screen.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const answers = await Promise.all(
      agreements.flatMap((agreement) => [
        sign(agreement, 'college'),
        sign(agreement, 'enterprise'),
      ]),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    await app.settle();
    await screen.until(() => screen.events.length > 1);
    const shown = await see(id);
    const given = shown?.pairs.flatMap(({ signers }) =>
      signers.filter(({ signedAt }) => signedAt !== null).map(({ partyName }) => partyName),
    );
    expect(given).toEqual(
      agreements.flatMap(({ college, enterprise }) => [college.name, enterprise.name]),
    );
    expect(shown?.pairs.map(({ isComplete }) => isComplete)).toEqual([true, true]);
    const [signer] = shown?.pairs[0]?.signers ?? [];
    expect(signer?.state).toBe('SIGNED');
    expect(signer?.name).toBe(agreements[0]?.college.administrator.account.displayName);
    // No mark twice: what the screen was told of is different each time.
    const marks = screen.events.map((event) => event.id);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('learns after a break what it missed, and nothing it has', async () => {
    const agreement = await pair();
    const { id } = await opened([agreement]);
    const first = await follow(id);
    await first.until(() => first.events.length === 1);
    const mark = first.events[0]?.id ?? '';
    first.close();
    const unchanged = await follow(id, mark);
    await unchanged.until(() => unchanged.heartbeats > 0);
    expect(unchanged.events).toEqual([]);
    unchanged.close();
    await sign(agreement, 'college');
    const back = await follow(id, mark);
    await back.until(() => back.events.length === 1);
    expect(back.events).toMatchObject([{ event: 'changed', data: {} }]);
  });

  it('is the host’s alone, and ends with the right to it', async () => {
    const { id } = await opened([await pair()]);
    const stranger = await createBureauWithOfficer(app, { regionCode: REGION.tongren });
    const path = `/events/agreement-ceremonies/${id}`;
    const statusFor = async (as: Parameters<typeof LiveClient.connect>[1], to = path) => {
      const client = await LiveClient.connect(app, as, undefined, undefined, to);
      client.close();
      return client.status;
    };
    expect(await statusFor(null)).toBe(401);
    expect(await statusFor(await createAccount(app))).toBe(403);
    expect(await statusFor(stranger.officer)).toBe(404);
    expect(await statusFor(bureau.officer, '/events/agreement-ceremonies/1')).toBe(404);
    const screen = await follow(id);
    await screen.until(() => screen.events.length === 1);
    await app.database.pool.query('delete from organisation_members where account_id = $1', [
      bureau.officer.account.id,
    ]);
    await screen.until(() => !screen.isOpen, 8_000);
  });
});
