import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import { delegate, GUARDED, MINOR, refusedAs, signOpened } from './agreements-signing.support.js';
import {
  chainOf,
  codesOf,
  linkTo,
  threeParties,
  turnsOf,
} from './agreements-three-parties.support.js';
import { begin, codeFor, stateOf, turnOf } from './agreements.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
});
afterAll(() => app.close());

const RETURN = `mutation ($input: AgreementReasonInput!) { returnAgreement(input: $input) { userErrors { code } } }`;

describe('a guardian', () => {
  it('is nobody who works for another party, whoever has the link', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const [turn = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    for (const as of [cast.enterprise.recruiter, cast.college.clerk])
      expect(refusedAs(await begin(app, { linkToken: token }, as))).toEqual([
        'AGREEMENT_NOT_INDEPENDENT',
      ]);
    expect(refusedAs(await begin(app, { linkToken: token }, cast.student))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    const parent = await createAccount(app);
    expect(refusedAs(await begin(app, { linkToken: token }, parent))).toEqual([]);
    expect(await chainOf(app, cast.id)).toEqual([
      ...['DRAFTED', 'ARRANGED', 'PROPOSED', 'LINK_ISSUED'],
      ...['AGREEMENT_NOT_INDEPENDENT', 'AGREEMENT_NOT_INDEPENDENT', 'REQUEST_NOT_FOUND', 'OPENED'],
    ]);
  });

  it('is of age, as far as that is known', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const [turn = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const sibling = await createAccount(app, MINOR);
    expect(refusedAs(await begin(app, { linkToken: token }, sibling))).toEqual([
      'AGREEMENT_GUARDIAN_NEEDED',
    ]);
  });

  it('keeps the turn when somebody opens it with his power of attorney', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const [turn = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const parent = await createAccount(app);
    await begin(app, { linkToken: token }, parent);
    const aunt = await createAccount(app);
    expect(await delegate(app, turn, aunt.account.id, parent)).toEqual([]);
    expect(refusedAs(await begin(app, { signatoryId: turn }, aunt))).toEqual([]);
    expect(refusedAs(await begin(app, { signatoryId: turn }, parent))).toEqual([]);
  });
});

describe('a power of attorney', () => {
  it('is given by no person who is a party, of whatever age', async () => {
    for (const options of [{}, { person: MINOR, asked: GUARDED }]) {
      const cast = await threeParties(app, options);
      const friend = await createAccount(app);
      const [turn = ''] = await turnsOf(app, cast.id, 'SIGNATORY', 1);
      expect(await delegate(app, turn, friend.account.id, cast.student)).toEqual([
        'AGREEMENT_SIGNED_IN_PERSON',
      ]);
      expect(refusedAs(await begin(app, { signatoryId: turn }, friend))).toEqual([
        'REQUEST_NOT_FOUND',
      ]);
    }
  });

  it('is given to nobody on another side, nor to who is guarded', async () => {
    const cast = await threeParties(app, { person: MINOR, asked: GUARDED });
    const turn = await turnOf(app, cast.id, 2);
    const { enterprise, college, student } = cast;
    for (const { account } of [college.clerk, student])
      expect(await delegate(app, turn, account.id, enterprise.administrator)).toEqual([
        'AGREEMENT_NOT_INDEPENDENT',
      ]);
    const [guarding = ''] = await turnsOf(app, cast.id, 'GUARDIAN', 1);
    const { token } = await linkTo(app, cast.id, guarding, enterprise.recruiter);
    const parent = await createAccount(app);
    await begin(app, { linkToken: token }, parent);
    expect(await delegate(app, guarding, student.account.id, parent)).toEqual([
      'AGREEMENT_NOT_INDEPENDENT',
    ]);
  });
});

describe('a link', () => {
  it('that was taken back signs nothing that was opened through it before', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const turn = await turnOf(app, cast.id, 2);
    const { id, token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const session = (await begin(app, { linkToken: token }, as)).signingSession?.id ?? '';
    const code = await codeFor(app, session, as);
    await codesOf(app, 'revokeAgreementSigningLink', { linkId: id }, cast.enterprise.recruiter);
    expect(refusedAs(await signOpened(app, cast, session, code, as))).toEqual([
      'AGREEMENT_LINK_REVOKED',
    ]);
    expect(await stateOf(app, cast.id)).toBe('AWAITING_SIGNATURES');
    expect((await chainOf(app, cast.id)).at(-1)).toBe('AGREEMENT_LINK_REVOKED');
  });

  it('shows nothing of a text that was taken back to be changed', async () => {
    const cast = await threeParties(app);
    const turn = await turnOf(app, cast.id, 2);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const reader = await createAccount(app);
    const query = `query ($token: String!) { agreementSigningInvitation(token: $token) { state title terms } }`;
    const shown = async () =>
      (await app.gql(query, { token }, { as: reader })).data.agreementSigningInvitation as unknown;
    expect(await shown()).toMatchObject({ state: 'VALID', title: '三方协议' });
    const input = { agreementId: cast.id, reason: '待修改' };
    await app.gql(RETURN, { input }, { as: cast.enterprise.recruiter });
    expect(await shown()).toEqual({ state: 'CLOSED', title: null, terms: null });
  });

  it('leads whoever holds it to no power, paper, name or reason of the turn', async () => {
    const cast = await threeParties(app);
    const turn = await turnOf(app, cast.id, 2);
    const as = cast.enterprise.administrator;
    const helper = await createAccount(app);
    await delegate(app, turn, helper.account.id, as);
    await codesOf(app, 'declineAgreementTurn', { signatoryId: turn, reason: '内部原因' }, as);
    const more = { signatoryId: turn, days: 5 };
    await codesOf(app, 'extendAgreementTurn', more, cast.enterprise.recruiter);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const { data } = await app.gql(
      `query ($token: String!) { agreementSigningInvitation(token: $token) { signatory { state declineReason
        account { id } links { id } papers { downloadUrl } delegations { downloadUrl } } } }`,
      { token },
      { as: await createAccount(app) },
    );
    expect(data.agreementSigningInvitation).toEqual({
      signatory: {
        ...{ state: 'READY', declineReason: null, account: null },
        ...{ links: [], papers: [], delegations: [] },
      },
    });
  });

  it('tells the chain of a stranger who tried it', async () => {
    const cast = await threeParties(app);
    const turn = await turnOf(app, cast.id, 2);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const stranger = await createAccount(app);
    expect(refusedAs(await begin(app, { linkToken: token }, stranger))).toEqual([
      'REQUEST_NOT_FOUND',
    ]);
    expect((await chainOf(app, cast.id)).at(-1)).toBe('REQUEST_NOT_FOUND');
  });
});

describe('the chain', () => {
  it('takes no event from somebody whose own session is of another agreement', async () => {
    const own = await threeParties(app);
    const other = await threeParties(app);
    const as = own.enterprise.administrator;
    const turn = await turnOf(app, own.id, 2);
    const session = (await begin(app, { signatoryId: turn }, as)).signingSession?.id ?? '';
    const code = await codeFor(app, session, as);
    const wrong = code === '000000' ? '000001' : '000000';
    const before = await chainOf(app, other.id);
    expect(refusedAs(await signOpened(app, { ...own, id: other.id }, session, wrong, as))).toEqual([
      'AGREEMENT_CODE_WRONG',
    ]);
    expect(await chainOf(app, other.id)).toEqual(before);
    expect((await chainOf(app, own.id)).at(-1)).toBe('AGREEMENT_CODE_WRONG');
  });

  it('is not flooded by attempts that are refused', async () => {
    const cast = await threeParties(app);
    const turn = await turnOf(app, cast.id, 2);
    const { token } = await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const stranger = await createAccount(app);
    const before = (await chainOf(app, cast.id)).length;
    for (let attempt = 0; attempt < 24; attempt += 1)
      await begin(app, { linkToken: token }, stranger);
    expect((await chainOf(app, cast.id)).length - before).toBe(20);
  });

  it('tells of a session that somebody else tried to use', async () => {
    const cast = await threeParties(app);
    const as = cast.enterprise.administrator;
    const turn = await turnOf(app, cast.id, 2);
    const session = (await begin(app, { signatoryId: turn }, as)).signingSession?.id ?? '';
    const code = await codeFor(app, session, as);
    expect(
      refusedAs(await signOpened(app, cast, session, code, cast.college.administrator)),
    ).toEqual(['REQUEST_NOT_FOUND']);
    expect((await chainOf(app, cast.id)).at(-1)).toBe('REQUEST_NOT_FOUND');
    expect(await stateOf(app, cast.id)).toBe('AWAITING_SIGNATURES');
  });
});

describe('a reviewer', () => {
  const REVIEWED = [
    { partyPosition: 1, role: 'SIGNATORY', step: 1 },
    { partyPosition: 2, role: 'REVIEWER', step: 1 },
    { partyPosition: 2, role: 'REVIEWER', step: 2 },
    { partyPosition: 2, role: 'SIGNATORY', step: 1 },
    { partyPosition: 3, role: 'SIGNATORY', step: 1 },
  ] as const;

  it('signs nothing with his turn', async () => {
    const cast = await threeParties(app, { asked: REVIEWED });
    const [turn = ''] = await turnsOf(app, cast.id, 'REVIEWER', 2);
    const opened = await begin(app, { signatoryId: turn }, cast.enterprise.administrator);
    expect(refusedAs(opened)).toEqual(['AGREEMENT_NOT_YOUR_TURN']);
  });

  it('approves the text he read, and each step is another person’s', async () => {
    const cast = await threeParties(app, { asked: REVIEWED });
    const [first = '', second = ''] = await turnsOf(app, cast.id, 'REVIEWER', 2);
    const { recruiter, administrator } = cast.enterprise;
    const approve = (signatoryId: string, contentHash: string, as: As) =>
      codesOf(app, 'approveAgreementReview', { signatoryId, contentHash }, as);
    expect(await approve(second, cast.contentHash, administrator)).toEqual([
      'AGREEMENT_NOT_YOUR_TURN',
    ]);
    expect(await approve(first, 'f'.repeat(64), recruiter)).toEqual(['AGREEMENT_TEXT_CHANGED']);
    expect(await approve(first, cast.contentHash, recruiter)).toEqual([]);
    expect(await approve(second, cast.contentHash, recruiter)).toEqual([
      'AGREEMENT_REVIEWED_BY_SAME',
    ]);
    expect(await stateOf(app, cast.id)).toBe('IN_REVIEW');
    expect(await approve(second, cast.contentHash, administrator)).toEqual([]);
    expect(await stateOf(app, cast.id)).toBe('AWAITING_SIGNATURES');
  });
});

describe('arranging anew', () => {
  it('loses neither links nor powers that were given', async () => {
    const cast = await threeParties(app);
    const turn = await turnOf(app, cast.id, 2);
    await linkTo(app, cast.id, turn, cast.enterprise.recruiter);
    const helper = await createAccount(app);
    await delegate(app, turn, helper.account.id, cast.enterprise.administrator);
    const input = { agreementId: cast.id, reason: '改签署顺序' };
    await app.gql(RETURN, { input }, { as: cast.enterprise.recruiter });
    const signatories = [1, 2, 3].map((partyPosition) => ({
      partyPosition,
      role: 'SIGNATORY',
      step: 1,
    }));
    const anew = { agreementId: cast.id, signatories };
    const { recruiter } = cast.enterprise;
    expect(await codesOf(app, 'arrangeAgreementSignatories', anew, recruiter)).toEqual([]);
    const kept = await app.database.pool.query<{ links: string; powers: string }>(
      `select (select count(*) from agreement_signing_links) as links,
         (select count(*) from agreement_delegations) as powers`,
    );
    expect(kept.rows).toEqual([{ links: '1', powers: '1' }]);
  });
});
