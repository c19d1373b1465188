import { UnitOfWork } from '../../src/core/database/index.js';
import { PersonalData } from '../../src/core/privacy/index.js';
import { AffiliationsModule } from '../../src/modules/affiliations/index.js';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createAffiliation, type TestAffiliation } from '../factories/affiliation.factory.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { eventsOf, keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule, AffiliationsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
});
afterAll(() => app.close());

interface Answer {
  readonly enrolmentIds: readonly string[] | null;
  readonly userErrors: readonly { code: string; field: string[] | null }[];
}

const classOf = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...options });
const student = (): Promise<TestAffiliation> => createAffiliation(app, { collegeId: college.id });
async function students(count: number): Promise<TestAffiliation[]> {
  const all = [];
  for (let made = 0; made < count; made += 1) all.push(await student());
  return all;
}

async function act(name: string, type: string, input: object, as: As): Promise<Answer> {
  const { data, errors } = await app.gql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { enrolmentIds userErrors { code field } } }`,
    { input },
    { as },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Answer;
}
const enrol = (agreementId: string, affiliationIds: readonly string[], as: As = college.clerk) =>
  act('enrolInOrderClass', 'EnrolInOrderClassInput', keyed({ agreementId, affiliationIds }), as);
const confirm = (
  agreementId: string,
  enrolmentIds: readonly string[],
  as: As = enterprise.recruiter,
) =>
  act(
    'confirmOrderClassEnrolments',
    'ConfirmOrderClassEnrolmentsInput',
    keyed({ agreementId, enrolmentIds }),
    as,
  );
const withReason = (
  name: 'refuseOrderClassEnrolments' | 'removeOrderClassEnrolments',
  agreementId: string,
  enrolmentIds: readonly string[],
  as: As,
) =>
  act(
    name,
    'OrderClassEnrolmentsReasonInput',
    { agreementId, enrolmentIds, reason: '专业不对口' },
    as,
  );
const leave = (enrolmentId: string, as: As) =>
  act('leaveOrderClass', 'LeaveOrderClassInput', { enrolmentId, reason: '另有安排' }, as);

const LIST = `query ($id: ID!) { orderClassEnrolments(agreementId: $id, first: 50) { totalCount nodes {
  id state studentName majorName reason viewerCan { decide remove leave } } }
  agreement(id: $id) { orderClass { seatCount listedCount confirmedCount viewerCanEnrol }
    obligations { delivered records { kind label } } } }`;
async function seen(id: string, as: As = college.clerk) {
  const { data } = await app.gql(LIST, { id }, { as });
  return data as {
    orderClassEnrolments: { nodes: { id: string; state: string }[] } | null;
    agreement: { orderClass: object | null; obligations: object[] } | null;
  };
}
const states = async (id: string): Promise<string[]> =>
  ((await seen(id)).orderClassEnrolments?.nodes ?? []).map(({ state }) => state).sort();

/** An agreement of the seats, with so many students listed. */
async function listed(count: number, options: Parameters<typeof classOf>[0] = {}) {
  const { id } = await classOf(options);
  const all = await students(count);
  const { enrolmentIds } = await enrol(
    id,
    all.map((each) => each.id),
  );
  return { id, students: all, enrolmentIds: enrolmentIds ?? [] };
}

describe('the list of an order class', () => {
  it('takes each student for itself and says at its place why one is refused', async () => {
    const { id } = await classOf();
    const [first, second] = [await student(), await student()];
    const other = await classOf();
    await enrol(other.id, [second.id]);
    const claimed = await createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' });
    const foreign = await createAffiliation(app, {
      collegeId: (await createCollegeWithClerk(app)).id,
    });
    const { enrolmentIds, userErrors } = await enrol(id, [
      first.id,
      second.id,
      claimed.id,
      foreign.id,
      first.id,
    ]);
    expect(enrolmentIds).toHaveLength(1);
    expect(userErrors).toEqual([
      { code: 'ORDER_CLASS_IN_A_CLASS', field: ['affiliationIds', '1'] },
      { code: 'ORDER_CLASS_NOT_A_STUDENT', field: ['affiliationIds', '2'] },
      { code: 'ORDER_CLASS_NOT_A_STUDENT', field: ['affiliationIds', '3'] },
      { code: 'ORDER_CLASS_IN_A_CLASS', field: ['affiliationIds', '4'] },
    ]);
    expect(await eventsOf(app, 'agreements')).toEqual([
      'orderClassListed',
      'orderClassProposed',
      'orderClassListed',
      'orderClassProposed',
    ]);
    const { orderClassEnrolments, agreement } = await seen(id, enterprise.recruiter);
    expect(orderClassEnrolments?.nodes).toEqual([
      {
        id: enrolmentIds?.[0],
        state: 'LISTED',
        studentName: first.studentName,
        majorName: '机电一体化技术',
        reason: null,
        viewerCan: { decide: true, remove: false, leave: false },
      },
    ]);
    expect(agreement?.orderClass).toMatchObject({
      listedCount: 1,
      confirmedCount: 0,
      viewerCanEnrol: false,
    });
  });

  it('is decided on by the enterprise, with a reason where it refuses; the student reads it', async () => {
    const { id, students: all, enrolmentIds } = await listed(2);
    const [taken = '', refused = ''] = enrolmentIds;
    expect(await confirm(id, [taken])).toEqual({ enrolmentIds: [taken], userErrors: [] });
    await withReason('refuseOrderClassEnrolments', id, [refused], enterprise.recruiter);
    expect((await confirm(id, [taken, refused, NOBODY])).userErrors).toEqual([
      { code: 'ORDER_CLASS_WRONG_STATE', field: ['enrolmentIds', '0'] },
      { code: 'ORDER_CLASS_WRONG_STATE', field: ['enrolmentIds', '1'] },
      { code: 'REQUEST_NOT_FOUND', field: ['enrolmentIds', '2'] },
    ]);
    const own = async (as: As) =>
      (
        await app.gql(
          `{ myOrderClassEnrolments(first: 5) { nodes { state reason collegeName enterpriseName viewerCan { leave decide } } } }`,
          {},
          { as },
        )
      ).data.myOrderClassEnrolments.nodes as object[];
    const sides = { collegeName: college.name, enterpriseName: enterprise.name };
    expect(await own(all[0]?.student ?? null)).toEqual([
      { state: 'CONFIRMED', reason: null, ...sides, viewerCan: { leave: true, decide: false } },
    ]);
    expect(await own(all[1]?.student ?? null)).toEqual([
      {
        state: 'REFUSED',
        reason: '专业不对口',
        ...sides,
        viewerCan: { leave: false, decide: false },
      },
    ]);
    expect(await own(await createAccount(app))).toEqual([]);
  });

  it('never has more students than seats, however many are listed at the same instant', async () => {
    const { id } = await classOf({ promisedStudents: 2 });
    const all = await students(6);
    const answers = await Promise.all(all.map((each) => enrol(id, [each.id])));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'ORDER_CLASS_FULL'));
    expect(await states(id)).toEqual(['LISTED', 'LISTED']);
  });

  it('frees the seat of who leaves or is taken off, who may be listed again', async () => {
    const { id, students: all, enrolmentIds } = await listed(1, { promisedStudents: 1 });
    const own = all[0]?.student ?? null;
    expect((await leave(enrolmentIds[0] ?? '', await createAccount(app))).userErrors).toEqual([
      { code: 'REQUEST_NOT_FOUND', field: ['enrolmentId'] },
    ]);
    expect((await leave(enrolmentIds[0] ?? '', own)).userErrors).toEqual([]);
    expect((await leave(enrolmentIds[0] ?? '', own)).userErrors).toEqual([
      { code: 'ORDER_CLASS_WRONG_STATE', field: null },
    ]);
    const again = await enrol(id, [all[0]?.id ?? '']);
    expect(again.userErrors).toEqual([]);
    await confirm(id, again.enrolmentIds ?? []);
    await withReason('removeOrderClassEnrolments', id, again.enrolmentIds ?? [], college.clerk);
    expect(await states(id)).toEqual(['LEFT', 'LEFT']);
    expect(await eventsOf(app, 'agreements')).toContain('orderClassLeft');
  });

  it('keeps no reason for leaving once the account is closed', async () => {
    const { students: all, enrolmentIds } = await listed(2);
    await leave(enrolmentIds[0] ?? '', all[0]?.student ?? null);
    await leave(enrolmentIds[1] ?? '', all[1]?.student ?? null);
    const accountId = all[0]?.student?.account.id ?? '';
    await app.get(UnitOfWork).run(() => app.get(PersonalData).eraseFor(accountId));
    const { rows } = await app.database.pool.query<{ own: boolean; reason: string | null }>(
      `select account_id = $1 as own, reason from order_class_enrolments order by own`,
      [accountId],
    );
    expect(rows).toEqual([
      { own: false, reason: '另有安排' },
      { own: true, reason: null },
    ]);
  });

  it('is closed while the agreement is not in force, and ends with it', async () => {
    const { id, enrolmentIds } = await listed(2);
    const more = await student();
    const change = (name: string) =>
      app.gql(
        `mutation ($input: AgreementReasonInput!) { ${name}(input: $input) { userErrors { code } } }`,
        { input: { agreementId: id, reason: '企业搬迁' } },
        { as: college.administrator },
      );
    await change('suspendAgreement');
    expect((await enrol(id, [more.id])).userErrors).toEqual([
      { code: 'AGREEMENT_NOT_IN_FORCE', field: ['agreementId'] },
    ]);
    expect((await confirm(id, enrolmentIds)).userErrors).toEqual([
      { code: 'AGREEMENT_NOT_IN_FORCE', field: ['agreementId'] },
    ]);
    await change('terminateAgreement');
    await app.settle();
    expect(await states(id)).toEqual(['ENDED', 'ENDED']);
  });

  it('loses a student who leaves the college', async () => {
    const { id, students: all } = await listed(1);
    await app.gql(
      `mutation ($input: EndAffiliationsInput!) { endAffiliations(input: $input) { doneIds } }`,
      { input: { affiliationIds: [all[0]?.id], reason: '已毕业' } },
      { as: college.clerk },
    );
    await app.settle();
    expect(await states(id)).toEqual(['LEFT']);
  });

  it('is nobody else’s, and belongs to order classes only', async () => {
    const { id, enrolmentIds, students: all } = await listed(1);
    const stranger = await createEnterpriseWithRecruiter(app);
    const notFound = [{ code: 'REQUEST_NOT_FOUND', field: ['agreementId'] }];
    expect((await seen(id, stranger.recruiter)).orderClassEnrolments).toBeNull();
    expect((await confirm(id, enrolmentIds, stranger.recruiter)).userErrors).toEqual(notFound);
    expect((await confirm(id, enrolmentIds, college.clerk)).userErrors).toEqual(notFound);
    expect((await enrol(id, [all[0]?.id ?? ''], enterprise.recruiter)).userErrors).toEqual(
      notFound,
    );
    const internship = await createAgreement(app, { college, enterprise, form: 'INTERNSHIP_BASE' });
    expect((await enrol(internship.id, [all[0]?.id ?? ''])).userErrors).toEqual([
      { code: 'ORDER_CLASS_NOT_AN_ORDER_CLASS', field: ['agreementId'] },
    ]);
    expect((await seen(internship.id)).agreement?.orderClass).toBeNull();
  });

  it('offers to the college its confirmed students who are in no class', async () => {
    const { id, students: all } = await listed(1);
    const free = await createAffiliation(app, { collegeId: college.id, studentName: '顾小满' });
    await createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' });
    const offered = async (as: As, text: string | null = null) =>
      (
        await app.gql(
          `query ($id: ID!, $text: String) { orderClassCandidates(agreementId: $id, text: $text) { affiliationId studentName } }`,
          { id, text },
          { as },
        )
      ).data.orderClassCandidates as object[];
    const onlyFree = [{ affiliationId: free.id, studentName: '顾小满' }];
    expect(await offered(college.clerk)).toEqual(onlyFree);
    expect(await offered(college.clerk, '小满')).toEqual(onlyFree);
    expect(await offered(college.clerk, all[0]?.studentName)).toEqual([]);
    expect(await offered(enterprise.recruiter)).toEqual([]);
  });
});

describe('seats that were promised', () => {
  it('are counted from who was confirmed', async () => {
    const seats = { partyPosition: 2, metric: 'ORDER_CLASS_SEATS', quantity: 2 } as const;
    const { id, enrolmentIds } = await listed(2, {
      obligations: [{ ...seats, dueOn: '2027-06-30', proof: 'RECORDS' }],
    });
    const counted = async () => (await seen(id)).agreement?.obligations;
    expect(await counted()).toEqual([{ delivered: 0, records: [] }]);
    await confirm(id, enrolmentIds.slice(0, 1));
    expect(await counted()).toEqual([
      { delivered: 1, records: [{ kind: 'SEAT', label: '机电一体化技术' }] },
    ]);
    await withReason('removeOrderClassEnrolments', id, enrolmentIds.slice(0, 1), college.clerk);
    expect(await counted()).toEqual([{ delivered: 0, records: [] }]);
  });
});

describe('the database', () => {
  it('keeps what is over, and a student in one class at a time', async () => {
    const { id, enrolmentIds } = await listed(1);
    const run = (statement: string) => app.database.pool.query(statement);
    await expect(
      run(
        `insert into order_class_enrolments (id, agreement_id, affiliation_id, account_id, listed_at)
         select gen_random_uuid(), agreement_id, affiliation_id, account_id, now() from order_class_enrolments`,
      ),
    ).rejects.toThrow('uq_order_class_enrolments_open');
    await withReason('refuseOrderClassEnrolments', id, enrolmentIds, enterprise.recruiter);
    await expect(
      run(`update order_class_enrolments set state = 'confirmed', reason = null`),
    ).rejects.toThrow('enrolments that are over are final');
  });
});
