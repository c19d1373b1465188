import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
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
  signFor,
  stateOf,
  TERMINATE,
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
const advance = () => app.get(AgreementClock).run(new AbortController().signal);

describe('sending back', () => {
  it('voids the signatures, and the changed text has another hash', async () => {
    const agreement = await between({ state: 'PARTIALLY_SIGNED' });
    const { agreement: draft } = await reasoned(
      RETURN,
      agreement.id,
      college.clerk,
      '人数需要调整',
    );
    expect(draft).toMatchObject({ state: 'DRAFT', contentHash: null, signatures: [] });
    expect(await toldOf(app)).toEqual(['agreementReturned']);
    const changed = { ...CONTENT, promisedStudents: 30 };
    const edit = { agreementId: draft.id, version: draft.version, content: changed };
    await act(app, EDIT, edit, enterprise.recruiter);
    const proposed = (await propose(draft.id)).agreement;
    expect(proposed.contentHash).not.toBe(agreement.contentHash);
    expect(refusalsOf(await sign(agreement, 'college'))).toEqual([
      { code: 'AGREEMENT_TEXT_CHANGED', field: ['contentHash'] },
    ]);
    expect(refusalsOf(await sign(proposed, 'college'))).toEqual([]);
  });

  it('needs a reason, and is too late once both have signed', async () => {
    const [open, signed] = [await between({ state: 'AWAITING_SIGNATURES' }), await between()];
    await expectUntouched(app, async () => {
      expect(refusalsOf(await reasoned(RETURN, open.id, college.clerk, '无'))).toEqual([
        { code: 'INPUT_TOO_SHORT', field: ['reason'] },
      ]);
      for (const query of [RETURN, CANCEL])
        expect(refusalsOf(await reasoned(query, signed.id, college.clerk))).toEqual([
          { code: 'AGREEMENT_WRONG_STATE', field: null },
        ]);
    });
  });
});

describe('ending', () => {
  it('before both have signed: given up by either, with a reason', async () => {
    for (const [state, as] of [
      ['DRAFT', enterprise.recruiter],
      ['PARTIALLY_SIGNED', college.clerk],
    ] as const) {
      const { id } = await between({ state });
      expect((await reasoned(CANCEL, id, as)).agreement).toMatchObject({
        state: 'CANCELLED',
        endReason: '双方另行商议',
        endedAt: '2026-11-23T02:00:00.000Z',
      });
    }
    expect(await toldOf(app)).toEqual(['agreementCancelled', 'agreementCancelled']);
  });

  it('early: by an administrator of either side, with a reason', async () => {
    const [{ id }, open] = [await between(), await between({ state: 'AWAITING_SIGNATURES' })];
    await expectUntouched(app, async () => {
      expect(refusalsOf(await reasoned(TERMINATE, id, college.administrator, '无'))).toEqual([
        { code: 'INPUT_TOO_SHORT', field: ['reason'] },
      ]);
      expect(refusalsOf(await reasoned(TERMINATE, open.id, college.administrator))).toEqual([
        { code: 'AGREEMENT_WRONG_STATE', field: null },
      ]);
    });
    const { agreement } = await reasoned(TERMINATE, id, college.administrator);
    expect(agreement).toMatchObject({ state: 'TERMINATED', endReason: '双方另行商议' });
    expect(await toldOf(app)).toEqual(['agreementTerminated']);
  });
});

describe('the calendar', () => {
  it('begins a signed agreement on its first day and ends it after its last', async () => {
    const agreement = await between({
      state: 'AWAITING_SIGNATURES',
      startsOn: '2026-11-24',
      endsOn: '2026-11-25',
    });
    await sign(agreement, 'college');
    expect((await sign(agreement, 'enterprise')).agreement.state).toBe('SIGNED');
    expect(await advance()).toBe(0);
    app.clock.set('2026-11-24T00:02:00+08:00');
    expect(await advance()).toBe(1);
    expect(await stateOf(app, agreement.id)).toBe('EFFECTIVE');
    app.clock.set('2026-11-25T23:59:59+08:00');
    expect(await advance()).toBe(0);
    app.clock.set('2026-11-26T00:02:00+08:00');
    expect(await advance()).toBe(1);
    expect(await stateOf(app, agreement.id)).toBe('EXPIRED');
    expect(await toldOf(app)).toEqual([
      'agreementSigned',
      'agreementCompleted',
      'agreementSigned',
      'agreementTookEffect',
      'agreementExpired',
    ]);
  });

  it('gives up what was not signed by its last day', async () => {
    const states = ['DRAFT', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'] as const;
    const ids = [];
    for (const state of states) ids.push((await between({ state, endsOn: '2026-11-24' })).id);
    app.clock.advance({ days: 2 });
    expect(await advance()).toBe(3);
    expect(await Promise.all(ids.map((id) => stateOf(app, id)))).toEqual(
      Array(3).fill('CANCELLED'),
    );
  });
});

describe('who may', () => {
  let viewer: TestAccount;
  let otherCollege: Awaited<ReturnType<typeof createCollegeWithClerk>>;
  beforeEach(async () => {
    viewer = await createAccount(app);
    otherCollege = await createCollegeWithClerk(app);
    college = await createCollegeWithClerk(app, { members: [{ account: viewer, role: 'VIEWER' }] });
  });

  /** What came of a call: the refusal of the access rule, the codes of the action's refusals, or `done`. */
  async function outcome(query: string, input: object, as: As): Promise<string> {
    const { data, errors } = await app.gql(query, { input }, { as });
    if (errors) return errors.map(({ extensions }) => extensions.code).join();
    const { userErrors } = Object.values(data)[0] as AnsweredAgreement;
    return userErrors.map(({ code }) => code).join() || 'done';
  }

  it.each([
    ['edit', EDIT, 'DRAFT', { version: 1, content: CONTENT }],
    ['propose', PROPOSE, 'DRAFT', { idempotencyKey: 'a' }],
    ['return', RETURN, 'AWAITING_SIGNATURES', { reason: '再议' }],
    ['cancel', CANCEL, 'AWAITING_SIGNATURES', { reason: '再议' }],
    ['terminate', TERMINATE, 'EFFECTIVE', { reason: '再议' }],
  ] as const)(
    '%s: the right ones only, and of an agreement there is',
    async (name, query, state, more) => {
      const { id } = await between({ state, drafter: 'COLLEGE' });
      const input = { agreementId: id, ...more };
      const needsAdministrator = name === 'terminate';
      const right = needsAdministrator ? college.administrator : college.clerk;
      const seen = await app.gql(`{ agreements { nodes { id } } }`, {}, { as: viewer });
      expect(seen.data.agreements.nodes).toEqual([{ id }]);
      await expectUntouched(app, async () => {
        expect(await outcome(query, input, null)).toBe('UNAUTHENTICATED');
        const [unrelated, reading] = needsAdministrator
          ? ['REQUEST_NOT_FOUND', 'AGREEMENT_NOT_DECIDING']
          : ['FORBIDDEN', 'FORBIDDEN'];
        expect(await outcome(query, input, await stranger())).toBe(unrelated);
        expect(await outcome(query, input, viewer)).toBe(reading);
        expect(await outcome(query, input, otherCollege.administrator)).toBe('REQUEST_NOT_FOUND');
        expect(await outcome(query, { ...input, agreementId: NOBODY }, right)).toBe(
          'REQUEST_NOT_FOUND',
        );
        if (needsAdministrator) expect(await outcome(query, input, college.clerk)).toBe(reading);
      });
      expect(await outcome(query, input, right)).toBe('done');
    },
  );

  it('create: those who draft for the organisation', async () => {
    const input = keyed({ organisationId: college.id, partnerId: enterprise.id, content: CONTENT });
    await expectUntouched(app, async () => {
      expect(await outcome(CREATE, input, null)).toBe('UNAUTHENTICATED');
      expect(await outcome(CREATE, input, await stranger())).toBe('FORBIDDEN');
      expect(await outcome(CREATE, input, viewer)).toBe('FORBIDDEN');
      expect(await outcome(CREATE, input, otherCollege.clerk)).toBe('REQUEST_NOT_FOUND');
    });
    expect(await outcome(CREATE, input, college.clerk)).toBe('done');
  });

  const stranger = () => createAccount(app);
});
