import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  CANCEL,
  CONTENT,
  CREATE,
  EDIT,
  PROPOSE,
  RETURN,
  seen,
  signFor,
  stateOf,
  toldOf,
  type AnsweredAgreement,
} from './agreements.support.js';
import { expectUntouched, keyed } from './applications.support.js';
import { NOBODY, NOW } from './job-postings.support.js';

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

const refusalsOf = ({ userErrors }: AnsweredAgreement) => userErrors;
const create = (changes: object = {}, more: object = {}, as: As = enterprise.recruiter) =>
  act(
    app,
    CREATE,
    keyed({
      organisationId: enterprise.id,
      partnerId: college.id,
      content: { ...CONTENT, ...changes },
      ...more,
    }),
    as,
  );
const between = (options: AgreementOptions = {}) =>
  createAgreement(app, { college, enterprise, ...options });
const POSITIONS = { college: 1, enterprise: 2 } as const;
const sign = (
  agreement: { id: string; contentHash: string | null },
  side: 'college' | 'enterprise',
  more: object = {},
) => {
  const { administrator } = side === 'college' ? college : enterprise;
  return signFor(app, agreement, POSITIONS[side], administrator, more);
};
const reasoned = (query: string, agreementId: string, as: As, reason = '双方另行商议') =>
  act(app, query, { agreementId, reason }, as);
const propose = (agreementId: string, as: As = enterprise.recruiter) =>
  act(app, PROPOSE, keyed({ agreementId }), as);

describe('a draft', () => {
  it('is the drafter’s alone', async () => {
    const { agreement } = await create();
    expect(agreement).toMatchObject({
      ...CONTENT,
      agreementNumber: 'XQ-2026-000001',
      state: 'DRAFT',
      contentHash: null,
      version: 1,
      kind: { code: 'SCHOOL_ENTERPRISE' },
      parties: [
        { position: 1, role: 'COLLEGE', organisation: { id: college.id } },
        { position: 2, role: 'ENTERPRISE', organisation: { id: enterprise.id } },
      ],
      clauses: [{ heading: '', body: CONTENT.terms }],
      college: { id: college.id },
      enterprise: { id: enterprise.id },
      signatures: [],
      history: [{ transition: 'edit', fromState: null, toState: 'DRAFT', reason: null }],
      viewerCan: {
        edit: true,
        amend: false,
        share: true,
        propose: true,
        sign: false,
        return: false,
        cancel: true,
        terminate: false,
        openPosting: false,
      },
    });
    expect(await seen(app, agreement.id, college.administrator)).toBeNull();
    await expectUntouched(app, async () => {
      for (const query of [CANCEL, RETURN])
        expect(refusalsOf(await reasoned(query, agreement.id, college.clerk))).toEqual([
          { code: 'REQUEST_NOT_FOUND', field: ['agreementId'] },
        ]);
      expect(refusalsOf(await propose(agreement.id, college.clerk))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['agreementId'] },
      ]);
    });
  });

  it('may come from the college as well', async () => {
    const more = { organisationId: college.id, partnerId: enterprise.id };
    const { agreement } = await create({}, more, college.clerk);
    expect(agreement.enterprise).toEqual({ id: enterprise.id });
    expect(await seen(app, agreement.id, enterprise.administrator)).toBeNull();
  });

  it('is between a verified college and a verified enterprise only', async () => {
    const partners = [
      await createOrganisation(app),
      await createOrganisation(app, { kind: 'COLLEGE', standing: 'UNVERIFIED' }),
      { id: NOBODY },
      enterprise,
    ];
    await expectUntouched(app, async () => {
      for (const { id } of partners)
        expect(refusalsOf(await create({}, { partnerId: id }))).toEqual([
          { code: 'AGREEMENT_PARTY_NOT_ELIGIBLE', field: ['partnerId'] },
        ]);
      expect(refusalsOf(await create({}, { organisationId: college.id }))).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['organisationId'] },
      ]);
    });
  });

  it.each([
    [{ endsOn: '2026-11-30' }, 'AGREEMENT_DATES_UPSIDE_DOWN', 'endsOn'],
    [{ startsOn: '2026-01-01', endsOn: '2026-11-22' }, 'AGREEMENT_ENDS_IN_PAST', 'endsOn'],
    [{ title: '订' }, 'INPUT_TOO_SHORT', 'title'],
    [{ terms: '长'.repeat(20_001) }, 'INPUT_TOO_LONG', 'terms'],
    [{ promisedStudents: 0 }, 'INPUT_OUT_OF_RANGE', 'promisedStudents'],
  ])('is refused with %j', async (changes, code, field) => {
    const { id } = await between({ state: 'DRAFT' });
    const edited = { agreementId: id, version: 1, content: { ...CONTENT, ...changes } };
    await expectUntouched(app, async () => {
      const refused = [{ code, field: ['content', field] }];
      expect(refusalsOf(await create(changes))).toEqual(refused);
      expect(refusalsOf(await act(app, EDIT, edited, enterprise.recruiter))).toEqual(refused);
    });
  });

  it('is edited on the version that was read', async () => {
    const { agreement } = await create();
    const edit = (version: number, title: string) =>
      act(
        app,
        EDIT,
        { agreementId: agreement.id, version, content: { ...CONTENT, title } },
        enterprise.recruiter,
      );
    expect((await edit(1, '订单班二期')).agreement).toMatchObject({
      title: '订单班二期',
      version: 2,
    });
    await expectUntouched(app, async () => {
      expect(refusalsOf(await edit(1, '订单班三期'))).toEqual([
        { code: 'REQUEST_STALE', field: ['version'] },
      ]);
    });
  });
});

describe('proposing', () => {
  it('freezes the text, gives it its hash and shows it to the other side', async () => {
    const { agreement } = await create();
    const proposed = await propose(agreement.id);
    expect(proposed.agreement.state).toBe('AWAITING_SIGNATURES');
    expect(proposed.agreement.contentHash).toMatch(/^[\da-f]{64}$/);
    expect(await seen(app, agreement.id, college.clerk)).toMatchObject({
      contentHash: proposed.agreement.contentHash,
      viewerCan: { edit: false, sign: false, return: true, cancel: true },
    });
    expect(await seen(app, agreement.id, college.administrator)).toMatchObject({
      viewerCan: { sign: true },
    });
    expect(await toldOf(app)).toEqual(['agreementProposed']);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await propose(agreement.id))).toEqual([
        { code: 'AGREEMENT_WRONG_STATE', field: null },
      ]);
    });
  });

  it('is refused when the term is over, or a party has lost its standing meanwhile', async () => {
    const late = await between({ state: 'DRAFT', endsOn: '2026-11-23' });
    const { id } = await between({ state: 'DRAFT' });
    app.clock.advance({ days: 1 });
    await app.database.pool.query(`update organisations set standing = 'suspended' where id = $1`, [
      college.id,
    ]);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await propose(id))).toEqual([
        { code: 'AGREEMENT_PARTY_NOT_ELIGIBLE', field: ['partnerId'] },
      ]);
    });
    await app.database.pool.query(`update organisations set standing = 'verified'`);
    await expectUntouched(app, async () => {
      expect(refusalsOf(await propose(late.id))).toEqual([
        { code: 'AGREEMENT_ENDS_IN_PAST', field: ['endsOn'] },
      ]);
    });
  });
});

describe('signing', () => {
  it.each([
    ['college', 'enterprise'],
    ['enterprise', 'college'],
  ] as const)('by the %s, then the %s: in force on its first day', async (first, second) => {
    const agreement = await between({ state: 'AWAITING_SIGNATURES' });
    expect((await sign(agreement, first)).agreement.state).toBe('PARTIALLY_SIGNED');
    const signed = (await sign(agreement, second)).agreement;
    expect(signed).toMatchObject({ state: 'EFFECTIVE', effectiveAt: '2026-11-23T02:00:00.000Z' });
    const parties = { college, enterprise };
    expect(signed.signatures).toEqual(
      [first, second].map((side) => ({
        contentHash: agreement.contentHash,
        organisation: { id: parties[side].id },
        signer: { id: parties[side].administrator.account.id },
      })),
    );
    expect(await toldOf(app)).toEqual([
      'agreementSigned',
      'agreementCompleted',
      'agreementSigned',
      'agreementTookEffect',
    ]);
  });

  it('by both at once leaves both signatures', async () => {
    const agreement = await between({ state: 'AWAITING_SIGNATURES' });
    const answers = await Promise.all([sign(agreement, 'college'), sign(agreement, 'enterprise')]);
    expect(answers.flatMap(refusalsOf)).toEqual([]);
    expect(await stateOf(app, agreement.id)).toBe('EFFECTIVE');
    expect(((await seen(app, agreement.id, college.clerk))?.signatures as unknown[]).length).toBe(
      2,
    );
  });

  it('twice for the same side at once leaves one', async () => {
    const agreement = await between({ state: 'AWAITING_SIGNATURES' });
    const answers = await Promise.all([sign(agreement, 'college'), sign(agreement, 'college')]);
    // Who comes second may still be opening it, or may have opened it already.
    expect(answers.flatMap(refusalsOf).map(({ code }) => code)).toEqual([
      expect.stringMatching(/^AGREEMENT_(ALREADY_SIGNED|NOT_YOUR_TURN)$/),
    ]);
    expect(await stateOf(app, agreement.id)).toBe('PARTIALLY_SIGNED');
  });

  it('is of the text that was read, confirmed, for an own party, and while it can be signed', async () => {
    const agreement = await between({ state: 'AWAITING_SIGNATURES' });
    const [draft, over] = [await between({ state: 'DRAFT' }), await between({ state: 'EXPIRED' })];
    const codesOf = async (answer: Promise<AnsweredAgreement>) =>
      refusalsOf(await answer).map(({ code }) => code);
    expect(await codesOf(sign({ ...agreement, contentHash: '0'.repeat(64) }, 'college'))).toEqual([
      'AGREEMENT_TEXT_CHANGED',
    ]);
    app.clock.advance({ minutes: 2 });
    expect(await codesOf(sign(agreement, 'college', { isConfirmed: false }))).toEqual([
      'AGREEMENT_NOT_CONFIRMED',
    ]);
    expect(await codesOf(sign(agreement, 'college', { signingSessionId: null }))).toEqual([
      'AGREEMENT_SIGNING_SESSION_NEEDED',
    ]);
    expect(await codesOf(sign(agreement, 'college', { code: null }))).toEqual([
      'AGREEMENT_CODE_NEEDED',
    ]);
    expect(await codesOf(sign(agreement, 'college', { agreementId: over.id }))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    expect(
      await codesOf(signFor(app, agreement, POSITIONS.enterprise, college.administrator)),
    ).toEqual(['REQUEST_NOT_FOUND']);
    expect(await codesOf(sign(draft, 'enterprise'))).toEqual(['AGREEMENT_WRONG_STATE']);
    expect(await codesOf(sign(over, 'enterprise'))).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
    expect(await toldOf(app)).toEqual([]);
  });

  it('is too late after the last day', async () => {
    const agreement = await between({ state: 'AWAITING_SIGNATURES', endsOn: '2026-11-23' });
    app.clock.advance({ days: 1 });
    expect(refusalsOf(await sign(agreement, 'college'))).toEqual([
      { code: 'AGREEMENT_ENDS_IN_PAST', field: ['endsOn'] },
    ]);
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
  });
});
