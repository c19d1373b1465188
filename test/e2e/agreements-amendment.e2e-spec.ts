import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  CANCEL,
  EDIT,
  ENTER,
  OPEN,
  PROPOSE,
  signFor,
  stateOf,
  TERMINATE,
  toldOf,
} from './agreements.support.js';
import { chainOf, codesOf } from './agreements-three-parties.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

const DRAFT = `mutation ($input: DraftAgreementAmendmentInput!) { draftAgreementAmendment(input: $input) {
  agreement { id state title terms startsOn endsOn contentHash version amends { id } viewerCan { edit propose }
    parties { role name } obligations { key quantity dueOn } } userErrors { code field } } }`;
const READ = `query ($id: ID!) { agreement(id: $id) { state contentHash amends { id } amendment { id state } renewal { id }
  obligations { delivered state }
  amendedFrom { facts { fact before after } clauses { change } obligations { change } } } }`;
const TERM = { startsOn: '2026-09-01', endsOn: '2027-08-31' };
const VISITS = {
  partyPosition: 1,
  metric: 'VISITS_HELD',
  quantity: 4,
  dueOn: '2027-06-30',
  proof: 'ENTRIES',
} as const;
const OVER = { ...VISITS, quantity: 1, dueOn: '2026-10-01' };

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...TERM, ...options });
const draft = (agreementId: string, as: As = college.clerk) =>
  act(app, DRAFT, keyed({ agreementId }), as);
const read = async (id: string, as: As = enterprise.recruiter) =>
  (await app.gql(READ, { id }, { as })).data.agreement as Record<string, unknown> | null;
const advance = () => app.get(AgreementClock).run(new AbortController().signal);

/** Puts a draft of the college forward and has both sign it. */
async function signByBoth(id: string): Promise<void> {
  const { agreement } = await act(app, PROPOSE, keyed({ agreementId: id }), college.clerk);
  expect((await signFor(app, agreement, 1, college.administrator)).userErrors).toEqual([]);
  expect((await signFor(app, agreement, 2, enterprise.administrator)).userErrors).toEqual([]);
}

describe('an amendment', () => {
  it('says the same for the rest of the term, without what fell due before', async () => {
    const { id } = await between({ obligations: [OVER, VISITS] });
    const { agreement: amendment } = await draft(id);
    expect(amendment).toMatchObject({
      state: 'DRAFT',
      startsOn: '2026-11-24',
      endsOn: '2027-08-31',
      amends: { id },
      obligations: [{ quantity: 4, dueOn: '2027-06-30' }],
      viewerCan: { edit: true, propose: true },
    });
    expect(await read(id, college.clerk)).toMatchObject({ amendment: { id: amendment.id } });
    expect(await read(id)).toMatchObject({ amendment: null });
    expect(await chainOf(app, id)).toEqual(['AMENDMENT_DRAFTED']);
    expect(await stateOf(app, id)).toBe('EFFECTIVE');
  });

  it('shows word by word what it changes', async () => {
    const { id } = await between({ obligations: [VISITS] });
    const { agreement } = await draft(id);
    const content = {
      form: 'ORDER_CLASS',
      promisedStudents: 40,
      title: agreement.title,
      terms: '甲乙双方共同培养智能制造方向学生，企业提供实习和就业岗位。',
      startsOn: '2026-11-24',
      endsOn: '2028-08-31',
      obligations: [],
    };
    const edit = { agreementId: agreement.id, version: agreement.version, content };
    expect((await act(app, EDIT, edit, college.clerk)).userErrors).toEqual([]);
    expect(await read(agreement.id, college.clerk)).toMatchObject({
      amendedFrom: {
        facts: [
          { fact: 'STARTS_ON', before: '2026-09-01', after: '2026-11-24' },
          { fact: 'ENDS_ON', before: '2027-08-31', after: '2028-08-31' },
        ],
        obligations: [{ change: 'REMOVED' }],
      },
    });
    expect(await read(id, college.clerk)).toMatchObject({ amendedFrom: null });
  });

  it('replaces what it amends on its first day, with what was opened and done under that', async () => {
    const { id } = await between({ obligations: [VISITS] });
    const posting = await createJobPosting(app, { organisation: enterprise });
    const opening = { agreementId: id, jobPostingId: posting.id, rule: 'PARTNERS_ONLY' };
    expect((await act(app, OPEN, keyed(opening), enterprise.recruiter)).userErrors).toEqual([]);
    const { rows: promised } = await app.database.pool.query<{ key: string }>(
      'select obligation_key as key from agreement_obligations where agreement_id = $1',
      [id],
    );
    const visit = {
      agreementId: id,
      obligationKey: promised[0]?.key,
      quantity: 3,
      happenedOn: '2026-11-01',
      note: '走访企业三次',
    };
    expect((await act(app, ENTER, keyed(visit), college.clerk)).userErrors).toEqual([]);
    const { agreement: amendment } = await draft(id);
    await signByBoth(amendment.id);
    expect([await stateOf(app, id), await stateOf(app, amendment.id)]).toEqual([
      'EFFECTIVE',
      'SIGNED',
    ]);
    app.clock.set('2026-11-24T01:00:00Z');
    expect(await advance()).toBe(1);
    expect([await stateOf(app, id), await stateOf(app, amendment.id)]).toEqual([
      'SUPERSEDED',
      'EFFECTIVE',
    ]);
    expect((await chainOf(app, id)).at(-1)).toBe('SUPERSEDED');
    expect((await toldOf(app)).slice(-2)).toEqual(['agreementSuperseded', 'agreementTookEffect']);
    expect(await read(amendment.id)).toMatchObject({
      amends: { id },
      obligations: [{ delivered: 3 }],
    });
    const { rows } = await app.database.pool.query(
      `select p.agreement_id, (select count(*)::int from job_posting_audience_colleges m where m.job_posting_id = p.job_posting_id)
         as colleges from agreement_postings p where p.job_posting_id = $1 order by p.agreement_id = $2`,
      [posting.id, id],
    );
    expect(rows).toEqual([
      { agreement_id: amendment.id, colleges: 1 },
      { agreement_id: id, colleges: 1 },
    ]);
  });

  it('is drawn up once, until it is given up', async () => {
    const { id } = await between();
    const { agreement } = await draft(id);
    expect((await draft(id, enterprise.recruiter)).userErrors).toEqual([
      { code: 'AMENDMENT_EXISTS', field: ['agreementId'] },
    ]);
    const giveUp = { agreementId: agreement.id, reason: '双方同意不再变更' };
    await act(app, CANCEL, giveUp, college.clerk);
    expect((await draft(id, enterprise.recruiter)).userErrors).toEqual([]);
  });

  it('is of what all have signed, before its last day', async () => {
    for (const state of ['DRAFT', 'NEGOTIATING', 'TERMINATED', 'EXPIRED'] as const) {
      const { id } = await between({ state });
      expect((await draft(id, enterprise.recruiter)).userErrors).toEqual([
        { code: 'AMENDMENT_NOT_AMENDABLE', field: ['agreementId'] },
      ]);
    }
    const other = await createAgreement(app, TERM);
    const { id } = await between({ endsOn: '2026-11-23' });
    expect((await draft(id)).userErrors).toEqual([
      { code: 'AMENDMENT_NOT_AMENDABLE', field: ['agreementId'] },
    ]);
    expect((await draft(other.id)).userErrors[0]?.code).toBe('REQUEST_NOT_FOUND');
  });

  it('leaves alone what was ended before it began', async () => {
    const { id } = await between();
    const { agreement } = await draft(id);
    await signByBoth(agreement.id);
    const end = { agreementId: id, reason: '企业停产' };
    expect((await act(app, TERMINATE, end, enterprise.administrator)).userErrors).toEqual([]);
    app.clock.set('2026-11-24T01:00:00Z');
    await advance();
    expect([await stateOf(app, id), await stateOf(app, agreement.id)]).toEqual([
      'TERMINATED',
      'EFFECTIVE',
    ]);
  });

  it('is held by the database to the same parties, and to be in force alone', async () => {
    const { id } = await between();
    const other = await createAgreement(app, { ...TERM });
    const set = (sql: string, values: unknown[]) => app.database.pool.query(sql, values);
    await expect(
      set(`update agreements set amends_id = $2, counts_from = '2026-09-01' where id = $1`, [
        other.id,
        id,
      ]),
    ).rejects.toThrow(/ck_agreements_whole_amendment|not whole: amendment/);
    await expect(
      set(`update agreements set state = 'superseded' where id = $1`, [id]),
    ).rejects.toThrow(/not whole: superseded/);
    const twin = await between();
    await expect(
      set(`update agreements set amends_id = $2, counts_from = '2026-09-01' where id = $1`, [
        twin.id,
        id,
      ]),
    ).rejects.toThrow(/not whole: amended/);
  });
});

describe('a suspension', () => {
  const suspend = (agreementId: string, as: As) =>
    codesOf(app, 'suspendAgreement', { agreementId, reason: '对方连续三个月未支付实习报酬' }, as);

  it('holds what is in force up until who suspended it goes on', async () => {
    const { id } = await between();
    expect(await suspend(id, college.administrator)).toEqual([]);
    const { data } = await app.gql(
      `query ($id: ID!) { agreement(id: $id) { state suspension { partyPosition reason } viewerCan { suspend resume terminate openPosting } } }`,
      { id },
      { as: enterprise.administrator },
    );
    expect(data.agreement).toEqual({
      state: 'SUSPENDED',
      suspension: { partyPosition: 1, reason: '对方连续三个月未支付实习报酬' },
      viewerCan: { suspend: false, resume: false, terminate: true, openPosting: false },
    });
    const posting = await createJobPosting(app, { organisation: enterprise });
    const opening = { agreementId: id, jobPostingId: posting.id, rule: 'PARTNERS_ONLY' };
    expect((await act(app, OPEN, keyed(opening), enterprise.recruiter)).userErrors).toEqual([
      { code: 'AGREEMENT_NOT_IN_FORCE', field: ['agreementId'] },
    ]);
    expect(
      await codesOf(app, 'resumeAgreement', { agreementId: id }, enterprise.administrator),
    ).toEqual(['AGREEMENT_SUSPENDED_BY_OTHERS']);
    expect(
      await codesOf(app, 'resumeAgreement', { agreementId: id }, college.administrator),
    ).toEqual([]);
    expect(await stateOf(app, id)).toBe('EFFECTIVE');
    expect(await chainOf(app, id)).toEqual(['SUSPENDED', 'RESUMED']);
    expect(await toldOf(app)).toEqual(['agreementSuspended', 'agreementResumed']);
  });

  it('can be ended by the other party, and ends with the term', async () => {
    const [first, second] = [await between(), await between({ endsOn: '2026-11-30' })];
    for (const { id } of [first, second]) await suspend(id, college.administrator);
    const end = { agreementId: first.id, reason: '不再合作' };
    expect((await act(app, TERMINATE, end, enterprise.administrator)).userErrors).toEqual([]);
    app.clock.set('2026-12-01T01:00:00Z');
    await advance();
    expect([await stateOf(app, first.id), await stateOf(app, second.id)]).toEqual([
      'TERMINATED',
      'EXPIRED',
    ]);
  });

  it('is of what is in force, by who may sign for a party', async () => {
    const signed = await between({ state: 'SIGNED' });
    expect(await suspend(signed.id, college.administrator)).toEqual(['AGREEMENT_WRONG_STATE']);
    const { id } = await between();
    const stranger = await createCollegeWithClerk(app);
    expect(await suspend(id, college.clerk)).toEqual(['AGREEMENT_NOT_DECIDING']);
    expect(await suspend(id, stranger.administrator)).toEqual(['REQUEST_NOT_FOUND']);
    expect(
      await codesOf(app, 'resumeAgreement', { agreementId: id }, college.administrator),
    ).toEqual(['AGREEMENT_WRONG_STATE']);
    expect(
      await codesOf(
        app,
        'suspendAgreement',
        { agreementId: id, reason: '' },
        college.administrator,
      ),
    ).toEqual(['INPUT_REQUIRED']);
    expect([await stateOf(app, id), await chainOf(app, id)]).toEqual(['EFFECTIVE', []]);
  });
});

describe('the calendar', () => {
  const calendarOf = async (id: string, as: As = college.clerk): Promise<string | null> => {
    const { data } = await app.gql(
      'query ($id: ID!) { agreement(id: $id) { calendarUrl } }',
      { id },
      { as },
    );
    return (data.agreement as { calendarUrl: string | null }).calendarUrl;
  };
  const fetched = (address: string) => {
    const { pathname, search } = new URL(address);
    return app.http({ method: 'GET', url: pathname + search });
  };

  it('has the first and the last day and what is due, for who holds a fresh link', async () => {
    const { id } = await between({ obligations: [VISITS] });
    const address = (await calendarOf(id)) ?? '';
    const answer = await fetched(address);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const lines = answer.body.toString().split('\r\n');
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20260901',
      'DTSTART;VALUE=DATE:20270630',
      'DTSTART;VALUE=DATE:20270831',
    ]);
    expect((await fetched(address.replace(id, college.id))).status).toBe(404);
    app.clock.set('2026-11-23T10:06:00+08:00');
    expect((await fetched(address)).status).toBe(409);
  });

  it('is not there before all have signed, nor when it is over', async () => {
    for (const state of ['AWAITING_SIGNATURES', 'TERMINATED'] as const) {
      expect(await calendarOf((await between({ state })).id)).toBeNull();
    }
  });
});
