import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { AgreementRepository } from '../../src/modules/agreements/agreement/agreement.repository.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { ApplicationsModule } from '../../src/modules/applications/index.js';
import { ObligationWatch } from '../../src/modules/agreements/obligations/obligation-watch.service.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  CONTENT,
  CREATE,
  DISPUTE,
  EDIT,
  ENTER,
  WITHDRAW_ENTRY,
  type AnsweredAgreement,
} from './agreements.support.js';
import { eventsOf, keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

const OBLIGATIONS = `query ($id: ID!) { agreement(id: $id) { obligations {
  key partyPosition metric { code } quantity dueOn proof delivered deliveredInTime latestOn state
  records { kind happenedOn label } entries { id partyPosition quantity note withdrawnAt disputedAt disputeReason } } } }`;
const HIRES = {
  partyPosition: 2,
  metric: 'GRADUATES_HIRED',
  quantity: 2,
  dueOn: '2027-06-30',
  proof: 'RECORDS',
} as const;
const VISITS = {
  partyPosition: 1,
  metric: 'VISITS_HELD',
  quantity: 4,
  dueOn: '2027-10-31',
  proof: 'ENTRIES',
} as const;

interface Obligation {
  readonly key: string;
  readonly entries: readonly { readonly id: string }[];
}

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule, ApplicationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...options });
const codesOf = ({ userErrors }: AnsweredAgreement) => userErrors;
const obligationsOf = async (id: string, as: As = college.clerk): Promise<Obligation[]> => {
  const { data } = await app.gql(OBLIGATIONS, { id }, { as });
  return (data.agreement as { obligations: Obligation[] }).obligations;
};
const create = (obligations: unknown, content: object = {}) =>
  act(
    app,
    CREATE,
    keyed({
      organisationId: college.id,
      partnerId: enterprise.id,
      content: { ...CONTENT, ...content, obligations },
    }),
    college.clerk,
  );
/** A student who accepts an offer of the enterprise; of no college when `isOurs` is false. */
const hire = async (isOurs = true, title = '数控操作工'): Promise<string> => {
  const student = await createAccount(app);
  if (isOurs) await createAffiliation(app, { collegeId: college.id, student });
  const applicant = await createProfile(app, { person: student });
  const posting = await createJobPosting(app, { organisation: enterprise, title });
  await createApplication(app, { applicant, posting, state: 'ACCEPTED' });
  return posting.id;
};
const rowsOf = async (table: string): Promise<number> =>
  (await app.database.pool.query(`select from ${table}`)).rowCount ?? 0;
const watch = () => app.get(ObligationWatch).run(new AbortController().signal);

describe('obligations in the text', () => {
  it('are part of what is signed, in the order given, and prove themselves as was agreed', async () => {
    const { agreement } = await create([{ ...HIRES, proof: null }, VISITS], {
      endsOn: '2027-12-31',
    });
    const [hires, visits] = await obligationsOf(agreement.id);
    expect(hires).toMatchObject({
      partyPosition: 2,
      metric: { code: 'GRADUATES_HIRED' },
      quantity: 2,
      dueOn: '2027-06-30',
      proof: 'RECORDS',
      delivered: 0,
      state: 'NOT_BEGUN',
      entries: [],
    });
    expect(visits).toMatchObject({ metric: { code: 'VISITS_HELD' }, proof: 'ENTRIES' });
    const hashes = async () =>
      (
        await app.database.pool.query<{ content_hash: string; hash_format: number }>(
          'select content_hash, hash_format from agreement_versions where agreement_id = $1 order by number',
          [agreement.id],
        )
      ).rows;
    const edit = (content: object, version: number) =>
      act(
        app,
        EDIT,
        { agreementId: agreement.id, version, content: { ...CONTENT, ...content } },
        college.clerk,
      );
    await edit(
      { endsOn: '2027-12-31', obligations: [{ ...HIRES, key: hires?.key, quantity: 3 }] },
      1,
    );
    await edit({ endsOn: '2027-12-31' }, 2);
    await edit({ endsOn: '2027-12-31', obligations: [] }, 3);
    const [first, second, third, fourth] = await hashes();
    expect(second?.content_hash).not.toBe(first?.content_hash);
    expect(third?.content_hash).toBe(second?.content_hash);
    expect(fourth?.content_hash).not.toBe(third?.content_hash);
    expect([first, second, third, fourth].map((each) => each?.hash_format)).toEqual([3, 3, 3, 2]);
    expect(await obligationsOf(agreement.id)).toEqual([]);
  });

  it('keep their keys through versions, and stay within the term', async () => {
    const { agreement } = await create([HIRES]);
    const [{ key } = { key: '' }] = await obligationsOf(agreement.id);
    const edit = (content: object) =>
      act(
        app,
        EDIT,
        { agreementId: agreement.id, version: 1, content: { ...CONTENT, ...content } },
        college.clerk,
      );
    const field = ['content', 'obligations'];
    expect(codesOf(await edit({ endsOn: '2027-01-31' }))).toEqual([
      { code: 'OBLIGATION_DUE_OUTSIDE_TERM', field },
    ]);
    expect(codesOf(await edit({ obligations: [{ ...HIRES, key: NOBODY }] }))).toEqual([
      { code: 'OBLIGATION_KEY_UNKNOWN', field },
    ]);
    expect(codesOf(await edit({ title: '新的标题' }))).toEqual([]);
    expect((await obligationsOf(agreement.id))[0]?.key).toBe(key);
  });

  it.each([
    [{ metric: 'SMILES' }, 'OBLIGATION_METRIC_UNKNOWN', 'metric'],
    [{ partyPosition: 3 }, 'OBLIGATION_PARTY_CANNOT_OWE', 'partyPosition'],
    [
      { metric: 'POSTINGS_OPENED', partyPosition: 1 },
      'OBLIGATION_PARTY_CANNOT_OWE',
      'partyPosition',
    ],
    [{ metric: 'VISITS_HELD' }, 'OBLIGATION_METRIC_NOT_MEASURED', 'proof'],
    [{ dueOn: '2029-01-01' }, 'OBLIGATION_DUE_OUTSIDE_TERM', 'dueOn'],
    [{ quantity: 0 }, 'INPUT_OUT_OF_RANGE', 'quantity'],
  ])('of %j are refused with %s', async (change, code, field) => {
    const refused = await create([{ ...HIRES, ...change }]);
    expect(codesOf(refused)).toEqual([{ code, field: ['content', 'obligations', '0', field] }]);
    expect(await rowsOf('agreements')).toBe(0);
  });
});

describe('progress', () => {
  it('counts confirmed students of the college whom the enterprise hired within the term, each once', async () => {
    const { id } = await between({ obligations: [HIRES] });
    await hire();
    await hire(false, '焊工');
    const [one] = await obligationsOf(id);
    expect(one).toMatchObject({
      delivered: 1,
      deliveredInTime: 1,
      latestOn: '2026-11-23',
      state: 'ON_TRACK',
      records: [{ kind: 'HIRE', happenedOn: '2026-11-23', label: '数控操作工' }],
    });
    await hire(true, '装配工');
    expect(await obligationsOf(id)).toMatchObject([{ delivered: 2, state: 'FULFILLED' }]);
  });

  it('falls back when the record behind it goes, for nothing is kept beside the records', async () => {
    const { id } = await between({ obligations: [{ ...HIRES, quantity: 1 }] });
    await hire();
    expect(await obligationsOf(id)).toMatchObject([{ delivered: 1, state: 'FULFILLED' }]);
    await app.database.pool.query(`update applications set state = 'not_started'`);
    expect(await obligationsOf(id)).toMatchObject([
      { delivered: 0, state: 'ON_TRACK', records: [] },
    ]);
  });

  it('counts postings opened under the agreement, and what came late as late', async () => {
    const due = { partyPosition: 2, metric: 'POSTINGS_OPENED', proof: 'RECORDS' } as const;
    const { id } = await between({
      obligations: [{ ...due, quantity: 1, dueOn: '2026-12-01' }],
    });
    const posting = await createJobPosting(app, { organisation: enterprise, title: '装配工' });
    app.clock.set('2026-12-02T10:00:00+08:00');
    expect(await obligationsOf(id)).toMatchObject([{ delivered: 0, state: 'BREACHED' }]);
    await app.get(UnitOfWork).run(() => app.get(AgreementRepository).addPosting(id, posting.id));
    expect(await obligationsOf(id)).toMatchObject([
      {
        delivered: 1,
        deliveredInTime: 0,
        state: 'FULFILLED_LATE',
        records: [{ kind: 'POSTING', happenedOn: '2026-12-02', label: '装配工' }],
      },
    ]);
  });
});

describe('evidence that parties enter', () => {
  const enter = (
    agreementId: string,
    obligationKey: string,
    more: object = {},
    as: As = college.clerk,
  ) =>
    act(
      app,
      ENTER,
      keyed({
        agreementId,
        obligationKey,
        quantity: 2,
        happenedOn: '2026-11-23',
        note: '组织学生赴企业参观',
        ...more,
      }),
      as,
    );

  it('counts until the other side disputes it, and both read why', async () => {
    const { id } = await between({ obligations: [VISITS] });
    const [{ key } = { key: '' }] = await obligationsOf(id);
    expect(codesOf(await enter(id, key))).toEqual([]);
    const [before] = await obligationsOf(id, enterprise.recruiter);
    expect(before).toMatchObject({ delivered: 2, entries: [{ partyPosition: 1, quantity: 2 }] });
    const entryId = before?.entries[0]?.id;
    const reason = '该日没有来访记录';
    expect(
      codesOf(await act(app, DISPUTE, { agreementId: id, entryId, reason }, college.clerk)),
    ).toEqual([{ code: 'OBLIGATION_ENTRY_IS_YOURS', field: ['entryId'] }]);
    const dispute = () =>
      act(app, DISPUTE, { agreementId: id, entryId, reason }, enterprise.recruiter);
    expect(codesOf(await dispute())).toEqual([]);
    expect(codesOf(await dispute())).toEqual([
      { code: 'OBLIGATION_ENTRY_SETTLED', field: ['entryId'] },
    ]);
    expect(await obligationsOf(id)).toMatchObject([
      { delivered: 0, entries: [{ id: entryId, disputeReason: reason }] },
    ]);
    expect(await eventsOf(app, 'agreements')).toEqual([
      'obligationEvidenceEntered',
      'obligationEvidenceDisputed',
    ]);
  });

  it('is offered to whom the rules let, and to nobody else', async () => {
    const may = async (id: string, as: As) => {
      const { data } = await app.gql(
        `query ($id: ID!) { agreement(id: $id) { obligations { viewerCanEnter entries { viewerCanWithdraw viewerCanDispute } } } }`,
        { id },
        { as },
      );
      return (data.agreement as { obligations: object[] }).obligations;
    };
    const { id } = await between({ obligations: [HIRES, VISITS] });
    const [, visits] = await obligationsOf(id);
    expect(await may(id, college.clerk)).toEqual([
      { viewerCanEnter: false, entries: [] },
      { viewerCanEnter: true, entries: [] },
    ]);
    await enter(id, visits?.key ?? '');
    const own = { viewerCanWithdraw: true, viewerCanDispute: false };
    const others = { viewerCanWithdraw: false, viewerCanDispute: true };
    expect(await may(id, college.clerk)).toMatchObject([{}, { entries: [own] }]);
    expect(await may(id, enterprise.recruiter)).toMatchObject([{}, { entries: [others] }]);
    const entryId = (await obligationsOf(id))[1]?.entries[0]?.id;
    await act(app, WITHDRAW_ENTRY, { agreementId: id, entryId }, college.clerk);
    const settled = { viewerCanWithdraw: false, viewerCanDispute: false };
    expect(await may(id, college.clerk)).toMatchObject([{}, { entries: [settled] }]);
    expect(await may(id, enterprise.recruiter)).toMatchObject([{}, { entries: [settled] }]);
    const unsigned = await between({ state: 'AWAITING_SIGNATURES', obligations: [VISITS] });
    expect(await may(unsigned.id, college.clerk)).toMatchObject([{ viewerCanEnter: false }]);
  });

  it('is taken back by its own side only, and counts no longer', async () => {
    const { id } = await between({ obligations: [VISITS] });
    const [{ key } = { key: '' }] = await obligationsOf(id);
    await enter(id, key);
    const entryId = (await obligationsOf(id))[0]?.entries[0]?.id;
    const withdraw = (as: As) => act(app, WITHDRAW_ENTRY, { agreementId: id, entryId }, as);
    expect(codesOf(await withdraw(enterprise.recruiter))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['entryId'] },
    ]);
    expect(codesOf(await withdraw(college.clerk))).toEqual([]);
    expect(codesOf(await withdraw(college.clerk))).toEqual([
      { code: 'OBLIGATION_ENTRY_SETTLED', field: ['entryId'] },
    ]);
    expect(await obligationsOf(id)).toMatchObject([{ delivered: 0 }]);
  });

  it('is refused where records prove it, before all have signed, outside the term, and for what is not there', async () => {
    const { id } = await between({ obligations: [HIRES, VISITS] });
    const [hires, visits] = await obligationsOf(id);
    const draft = await between({ state: 'AWAITING_SIGNATURES', obligations: [VISITS] });
    const [unsigned] = await obligationsOf(draft.id);
    expect(codesOf(await enter(id, hires?.key ?? ''))).toEqual([
      { code: 'OBLIGATION_PROVED_BY_RECORDS', field: ['obligationKey'] },
    ]);
    expect(codesOf(await enter(draft.id, unsigned?.key ?? ''))).toEqual([
      { code: 'OBLIGATION_NOT_BINDING', field: ['agreementId'] },
    ]);
    expect(codesOf(await enter(id, visits?.key ?? '', { happenedOn: '2026-11-24' }))).toEqual([
      { code: 'OBLIGATION_HAPPENED_OUTSIDE_TERM', field: ['happenedOn'] },
    ]);
    expect(codesOf(await enter(id, NOBODY))).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['obligationKey'] },
    ]);
    expect(await rowsOf('agreement_obligation_entries')).toBe(0);
  });
});

describe('the nightly watch', () => {
  it('tells of risk, of breach and of the end once each, and writes no figure', async () => {
    const due = { ...HIRES, dueOn: '2026-12-31' };
    await between({ obligations: [due], endsOn: '2027-01-31' });
    const told: string[][] = [];
    for (const day of ['2026-11-24', '2026-12-15', '2026-12-16', '2027-01-01', '2027-01-24']) {
      app.clock.set(`${day}T07:20:00+08:00`);
      const before = (await eventsOf(app, 'agreements')).length;
      await watch();
      told.push((await eventsOf(app, 'agreements')).slice(before));
    }
    expect(told).toEqual([
      [],
      ['obligationAtRisk', 'agreementEndsSoon'],
      [],
      ['obligationBreached', 'agreementEndsSoon'],
      ['agreementEndsSoon'],
    ]);
  });
});

describe('the database', () => {
  it.each([
    ['changing one', `update agreement_obligations set quantity = 1`],
    [
      'adding one',
      `insert into agreement_obligations select agreement_id, version_number, 2, gen_random_uuid(), 1, metric, 1, due_on, proof from agreement_obligations`,
    ],
    ['taking one away', `delete from agreement_obligations`],
  ])('refuses %s afterwards', async (_, statement) => {
    await between({ obligations: [HIRES] });
    await expect(app.database.pool.query(statement)).rejects.toThrow(
      /never change|complete|written with/,
    );
  });
});
