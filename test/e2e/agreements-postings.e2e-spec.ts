import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import {
  createAgreement,
  type AgreementOptions,
  type TestAgreement,
} from '../factories/agreement.factory.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { act, OPEN, TERMINATE } from './agreements.support.js';
import { expectUntouched, keyed } from './applications.support.js';
import { NOBODY, NOW, POSTING } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let student: TestAccount;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
  student = await createAccount(app);
  await createAffiliation(app, { collegeId: college.id, student });
});
afterAll(() => app.close());

const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...options });
const newPosting = async () => (await createJobPosting(app, { organisation: enterprise })).id;
const open = (
  { id }: { readonly id: string },
  jobPostingId: string,
  more: object = {},
  as: As = enterprise.recruiter,
) => act(app, OPEN, keyed({ agreementId: id, jobPostingId, rule: 'PARTNERS_ONLY', ...more }), as);
const refusalsOf = async (answer: ReturnType<typeof open>) => (await answer).userErrors;
const terminate = ({ id }: TestAgreement) =>
  act(app, TERMINATE, { agreementId: id, reason: '企业停产' }, enterprise.administrator);
const sees = async (as: As, id: string) =>
  (await app.gql(POSTING, { id }, { as })).data.jobPosting !== null;

describe('a posting opened to a partner', () => {
  it('alone is seen by confirmed students of the college and those who work there', async () => {
    const posting = await newPosting();
    expect(await refusalsOf(open(await between(), posting))).toEqual([]);
    const elsewhere = await createCollegeWithClerk(app);
    const others = await Promise.all([
      createAffiliation(app, { collegeId: college.id, state: 'CLAIMED' }),
      createAffiliation(app, { collegeId: college.id, state: 'LEFT' }),
      createAffiliation(app, { collegeId: elsewhere.id }),
    ]);
    for (const as of [student, college.clerk, enterprise.recruiter])
      expect(await sees(as, posting)).toBe(true);
    const outside = [null, elsewhere.clerk, ...others.map((other) => other.student)];
    for (const as of outside) expect(await sees(as, posting)).toBe(false);
  });

  it('first is seen by everybody after the last day that is theirs', async () => {
    const posting = await newPosting();
    const more = { rule: 'PARTNERS_FIRST', partnersUntil: '2026-11-25' };
    expect(await refusalsOf(open(await between(), posting, more))).toEqual([]);
    app.clock.set('2026-11-25T23:59:00+08:00');
    expect([await sees(student, posting), await sees(null, posting)]).toEqual([true, false]);
    app.clock.set('2026-11-26T00:00:00+08:00');
    expect([await sees(student, posting), await sees(null, posting)]).toEqual([true, true]);
  });

  it('is of the enterprise of the agreement, which opens it', async () => {
    const agreement = await between();
    const posting = await newPosting();
    const foreign = (await createJobPosting(app)).id;
    const external = await createJobPosting(app, { publication: 'EXTERNAL', organisation: null });
    const refused = [{ code: 'AGREEMENT_POSTING_NOT_YOURS', field: ['jobPostingId'] }];
    await expectUntouched(app, async () => {
      for (const id of [foreign, external.id, NOBODY])
        expect(await refusalsOf(open(agreement, id))).toEqual(refused);
      expect(await refusalsOf(open(agreement, posting, {}, college.clerk))).toEqual(refused);
    });
  });

  it('needs a day for partners first that is not over', async () => {
    const [agreement, posting] = [await between(), await newPosting()];
    await expectUntouched(app, async () => {
      for (const partnersUntil of [null, '2026-11-22'])
        expect(
          await refusalsOf(open(agreement, posting, { rule: 'PARTNERS_FIRST', partnersUntil })),
        ).toEqual([{ code: 'JOB_POSTING_AUDIENCE_UNTIL', field: ['until'] }]);
    });
  });

  it('needs this agreement in force, whatever else there is between the two', async () => {
    const posting = await newPosting();
    await between();
    const refused = [
      await between({ state: 'TERMINATED' }),
      await between({ state: 'AWAITING_SIGNATURES' }),
      await between({ state: 'SIGNED', startsOn: '2026-11-24' }),
      await between({ startsOn: '2026-01-01', endsOn: '2026-11-22' }),
    ];
    await expectUntouched(app, async () => {
      for (const agreement of refused)
        expect(await refusalsOf(open(agreement, posting))).toEqual([
          { code: 'AGREEMENT_NOT_IN_FORCE', field: ['agreementId'] },
        ]);
    });
  });

  it('is opened by those who draft for the enterprise', async () => {
    const [agreement, jobPostingId] = [await between(), await newPosting()];
    const input = keyed({ agreementId: agreement.id, jobPostingId, rule: 'PARTNERS_ONLY' });
    const other = await createEnterpriseWithRecruiter(app);
    const codeOf = async (as: As) =>
      (await app.gql(OPEN, { input }, { as })).errors?.[0]?.extensions.code;
    await expectUntouched(app, async () => {
      expect(await codeOf(null)).toBe('UNAUTHENTICATED');
      expect(await codeOf(student)).toBe('FORBIDDEN');
      for (const [id, as] of [
        [agreement.id, other.recruiter],
        [NOBODY, enterprise.recruiter],
      ] as const)
        expect(await refusalsOf(open({ id }, jobPostingId, {}, as))).toEqual([
          { code: 'REQUEST_NOT_FOUND', field: ['agreementId'] },
        ]);
    });
    expect(await codeOf(enterprise.recruiter)).toBeUndefined();
  });
});

describe('when the agreement ends', () => {
  it('early, the college is out of the audience, and nothing becomes public', async () => {
    const [agreement, posting] = [await between(), await newPosting()];
    await open(agreement, posting);
    await terminate(agreement);
    await app.settle();
    expect([await sees(student, posting), await sees(null, posting)]).toEqual([false, false]);
  });

  it('by its term, the same; other colleges stay', async () => {
    const posting = await newPosting();
    const agreement = await between({ endsOn: '2026-11-24' });
    const other = await createAgreement(app, { enterprise });
    await open(agreement, posting);
    await open(other, posting);
    const elsewhere = await createAccount(app);
    await createAffiliation(app, { collegeId: other.college.id, student: elsewhere });
    app.clock.set('2026-11-25T00:02:00+08:00');
    expect(await app.get(AgreementClock).run(new AbortController().signal)).toBe(1);
    await app.settle();
    expect([await sees(student, posting), await sees(elsewhere, posting)]).toEqual([false, true]);
  });

  it('a posting stays that another agreement in force between the two covers', async () => {
    const [first, second] = [await between(), await between()];
    const [both, one] = [await newPosting(), await newPosting()];
    for (const agreement of [first, second]) await open(agreement, both);
    await open(first, one);
    await terminate(first);
    await app.settle();
    expect([await sees(student, both), await sees(student, one)]).toEqual([true, false]);
    await terminate(second);
    await app.settle();
    expect(await sees(student, both)).toBe(false);
  });

  it('while it is opened under another one, the opening stands', async () => {
    const [first, second] = [await between(), await between()];
    const posting = await newPosting();
    await open(first, posting);
    await terminate(first);
    const [answer] = await Promise.all([open(second, posting), app.settle()]);
    expect(answer.userErrors).toEqual([]);
    await app.settle();
    expect(await sees(student, posting)).toBe(true);
  });
});
