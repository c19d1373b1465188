import { randomUUID } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement, type TestAgreement } from '../factories/agreement.factory.js';
import {
  createBureauWithOfficer,
  createCollegeWithClerk,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  actAt,
  CANDIDATES,
  EDIT,
  END,
  GIVE_UP,
  LIST,
  numberOf,
  OPEN,
  PLAN,
  PLANNED,
  planInput,
  planned,
  refusals,
  seeCeremony,
} from './agreements-ceremonies.support.js';
import { expectUntouched } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

let app: TestApp;
let bureau: Awaited<ReturnType<typeof createBureauWithOfficer>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  bureau = await createBureauWithOfficer(app);
});
afterAll(() => app.close());

const pair = (options: Parameters<typeof createAgreement>[1] = {}): Promise<TestAgreement> =>
  createAgreement(app, { state: 'AWAITING_SIGNATURES', ...options });
const act = (query: string, input: object, as: As = bureau.officer) => actAt(app, query, input, as);
const plan = (agreements: readonly { id: string }[], more: object = {}, as?: As) =>
  act(PLAN, planInput(bureau.id, agreements, more), as);

describe('planning', () => {
  it('lists agreements in order, and the host’s people see it', async () => {
    const [first, second] = [await pair(), await pair()];
    const { ceremony, userErrors } = await plan([second, first]);
    expect(userErrors).toEqual([]);
    expect(ceremony).toMatchObject({
      name: '校企合作签约仪式',
      place: '吴中会议中心',
      startsAt: '2026-12-01T06:00:00.000Z',
      state: 'PLANNED',
      openedAt: null,
      endedAt: null,
      version: 1,
      organisation: { id: bureau.id },
      pairs: [
        {
          position: 1,
          agreementId: second.id,
          agreementNumber: await numberOf(app, second),
          kindName: '订单班',
          isOnTheTable: true,
          isComplete: false,
          signers: [
            { partyName: second.college.name, name: null, state: 'READY', signedAt: null },
            { partyName: second.enterprise.name, name: null, state: 'READY', signedAt: null },
          ],
        },
        { position: 2, agreementId: first.id },
      ],
      viewerCan: { edit: true, open: true, end: false, cancel: true },
    });
    const listed = await app.gql(LIST, { organisationId: bureau.id }, { as: bureau.administrator });
    expect(listed.data.agreementCeremonies).toEqual({
      totalCount: 1,
      nodes: [{ id: ceremony?.id }],
    });
  });

  it('offers what awaits signatures in the region, between organisations, and finds it by text', async () => {
    const here = await pair({ title: '机器人订单班' });
    await createAgreement(app, { state: 'EFFECTIVE' });
    await createAgreement(app, { state: 'DRAFT' });
    const far = { regionCode: REGION.tongren };
    await pair({
      college: await createOrganisation(app, { kind: 'COLLEGE', ...far }),
      enterprise: await createOrganisation(app, far),
    });
    const offered = async (text: string | null) => {
      const { data } = await app.gql(
        CANDIDATES,
        { organisationId: bureau.id, text },
        { as: bureau.officer },
      );
      return data.agreementCeremonyCandidates as { totalCount: number; nodes: { id: string }[] };
    };
    expect(await offered(null)).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: here.id,
          agreementNumber: await numberOf(app, here),
          title: '机器人订单班',
          partyNames: [here.college.name, here.enterprise.name],
        },
      ],
    });
    expect((await offered('机器人')).totalCount).toBe(1);
    expect((await offered(here.enterprise.name)).totalCount).toBe(1);
    expect((await offered('%')).totalCount).toBe(0);
  });

  it('refuses what the host does not see, what awaits nothing, and what is listed twice', async () => {
    const own = await pair();
    const signed = await createAgreement(app, { state: 'PARTIALLY_SIGNED' });
    const far = { regionCode: REGION.tongren };
    const foreign = await pair({
      college: await createOrganisation(app, { kind: 'COLLEGE', ...far }),
      enterprise: await createOrganisation(app, far),
    });
    await expectUntouched(app, async () => {
      for (const unseen of [foreign, { id: NOBODY }])
        expect(refusals(await plan([own, unseen]))).toEqual([
          { code: 'REQUEST_NOT_FOUND', field: 'agreementIds.1' },
        ]);
      const notAwaiting = await plan([signed]);
      expect(refusals(notAwaiting)).toEqual([
        { code: 'AGREEMENT_CEREMONY_AGREEMENT_NOT_AWAITING', field: 'agreementIds.0' },
      ]);
      expect(notAwaiting.userErrors[0]?.message).toBe(
        `协议 ${await numberOf(app, signed)} 不在待签署状态，不能列入`,
      );
      expect(refusals(await plan([own, own]))).toEqual([
        { code: 'AGREEMENT_CEREMONY_AGREEMENT_TWICE', field: 'agreementIds' },
      ]);
      expect(refusals(await plan([]))).toMatchObject([{ field: 'agreementIds' }]);
      expect(refusals(await plan([own], { name: '签' }))).toEqual([
        { code: 'INPUT_TOO_SHORT', field: 'name' },
      ]);
      const many = Array.from({ length: 51 }, () => ({ id: randomUUID() }));
      expect(refusals(await plan(many))).toMatchObject([{ field: 'agreementIds' }]);
    });
  });

  it('is for bureaux and colleges, each for itself', async () => {
    const college = await createCollegeWithClerk(app);
    const own = await pair({ college });
    const other = await pair();
    const forCollege = { organisationId: college.id };
    expect(refusals(await plan([own], forCollege, college.clerk))).toEqual([]);
    expect(refusals(await plan([other], forCollege, college.clerk))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: 'agreementIds.0' },
    ]);
    expect(refusals(await plan([own], {}, college.clerk))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: 'organisationId' },
    ]);
    const { id } = await planned(app, bureau, [own]);
    expect(await seeCeremony(app, id, college.clerk)).toBeNull();
    for (const query of [OPEN, END, GIVE_UP])
      expect(refusals(await act(query, { ceremonyId: id }, college.clerk))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: 'ceremonyId' },
      ]);
    for (const as of [own.enterprise.administrator, await createAccount(app)]) {
      const { errors } = await app.gql(PLAN, { input: planInput(bureau.id, [own]) }, { as });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('lets a viewer of the host look, and not act', async () => {
    const viewer = await createAccount(app);
    const host = await createOrganisation(app, {
      kind: 'HR_BUREAU',
      members: [
        { account: viewer, role: 'VIEWER' },
        { account: bureau.officer, role: 'OFFICER' },
      ],
    });
    const { ceremony } = await plan([await pair()], { organisationId: host.id });
    expect(await seeCeremony(app, ceremony?.id ?? '', viewer)).toMatchObject({
      viewerCan: { edit: false, open: false, end: false, cancel: false },
    });
  });

  it('is changed on the version it was read at, and only before it begins', async () => {
    const [first, second] = [await pair(), await pair()];
    const { id, version } = await planned(app, bureau, [first]);
    const change = (on: number) =>
      act(EDIT, {
        ceremonyId: id,
        version: on,
        ...PLANNED,
        place: '太湖会议中心',
        agreementIds: [second.id, first.id],
      });
    expect((await change(version)).ceremony).toMatchObject({
      place: '太湖会议中心',
      version: 2,
      pairs: [{ agreementId: second.id }, { agreementId: first.id }],
    });
    expect(refusals(await change(version))).toEqual([
      { code: 'AGREEMENT_CEREMONY_CHANGED_MEANWHILE', field: 'version' },
    ]);
    await act(OPEN, { ceremonyId: id });
    expect(refusals(await change(3))).toEqual([
      { code: 'AGREEMENT_CEREMONY_WRONG_STATE', field: null },
    ]);
  });
});
