import { randomUUID } from 'node:crypto';
import { AgreementsModule } from '../../src/modules/agreements/index.js';
import { SigningClock } from '../../src/modules/agreements/signing/signing-clock.service.js';
import { createAccount } from '../factories/account.factory.js';
import { createAgreement, type TestAgreement } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As } from '../support/client.js';
import {
  act,
  begin,
  codeFor,
  EDIT,
  CONTENT,
  seen,
  sendCode,
  SIGN,
  signFor,
  stateOf,
  toldOf,
  turnOf,
} from './agreements.support.js';
import { keyed } from './applications.support.js';
import { NOW } from './job-postings.support.js';

let app: TestApp;
let enterprise: Awaited<ReturnType<typeof createEnterpriseWithRecruiter>>;
let college: Awaited<ReturnType<typeof createCollegeWithClerk>>;
let agreement: TestAgreement;
let turn: string;

beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
beforeEach(async () => {
  app.clock.set(NOW);
  await app.database.truncateAll();
  enterprise = await createEnterpriseWithRecruiter(app);
  college = await createCollegeWithClerk(app);
  agreement = await createAgreement(app, { college, enterprise, state: 'AWAITING_SIGNATURES' });
  turn = await turnOf(app, agreement.id, 1);
});
afterAll(() => app.close());

/** The codes an action was refused with. */
async function codes(name: string, type: string, input: object, as: As): Promise<string[]> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await app.gql(query, { input }, { as });
  if (!data) throw new Error(JSON.stringify(errors));
  return (data[name] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
}

/** Kinds of events in the chain of the agreement, in order. */
async function chain(): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ kind: string }>(
    `select kind from agreement_events where agreement_id = $1 order by sequence`,
    [agreement.id],
  );
  return rows.map(({ kind }) => kind);
}

async function issue(as: As = enterprise.recruiter): Promise<{ id: string; token: string }> {
  const input = keyed({ agreementId: agreement.id, signatoryId: turn });
  const { data } = await app.gql(
    `mutation ($input: IssueAgreementSigningLinkInput!) { issueAgreementSigningLink(input: $input) {
      signingLink { id } url userErrors { code } } }`,
    { input },
    { as },
  );
  const { signingLink, url } = data.issueAgreementSigningLink;
  return { id: signingLink.id as string, token: (url as string).split('/').at(-1) ?? '' };
}

const invitation = async (token: string, as: As) =>
  (
    await app.gql(
      `query ($token: String!) { agreementSigningInvitation(token: $token) {
        state title contentHash partyName signatory { id state } } }`,
      { token },
      { as },
    )
  ).data.agreementSigningInvitation as Record<string, unknown> | null;

const signWith = (signingSessionId: string, code: string | null, as: As, more: object = {}) =>
  act(
    app,
    SIGN,
    {
      idempotencyKey: randomUUID(),
      agreementId: agreement.id,
      signingSessionId,
      contentHash: agreement.contentHash,
      isConfirmed: true,
      code,
      ...more,
    },
    as,
  );
const opened = async (how: Parameters<typeof begin>[1], as: As): Promise<string> =>
  (await begin(app, how, as)).signingSession?.id ?? '';

describe('a link to sign', () => {
  it('shows what it leads to and changes nothing', async () => {
    const { token } = await issue();
    const before = await chain();
    const shown = await invitation(token, college.administrator);
    expect(shown).toEqual({
      state: 'VALID',
      title: '智能制造订单班合作协议',
      contentHash: agreement.contentHash,
      partyName: college.name,
      signatory: { id: turn, state: 'READY' },
    });
    expect(await chain()).toEqual(before);
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
  });

  it('leads to a signature once, confirmed in the session it was opened in', async () => {
    const { token } = await issue();
    const session = await opened({ linkToken: token }, college.administrator);
    const code = await codeFor(app, session, college.administrator);
    expect((await signWith(session, code, college.administrator)).userErrors).toEqual([]);
    expect(await stateOf(app, agreement.id)).toBe('PARTIALLY_SIGNED');
    const again = await begin(app, { linkToken: token }, college.administrator);
    expect(again.userErrors).toEqual([{ code: 'AGREEMENT_LINK_USED', field: ['linkToken'] }]);
    const once = ['LINK_ISSUED', 'OPENED', 'CODE_SENT', 'CONFIRMED', 'SIGNED', 'REFUSED'];
    expect(await chain()).toEqual(once);
  });

  it('is refused when it is forged, revoked or over, and the chain says so', async () => {
    const { id, token } = await issue();
    const forged = `${token.slice(0, -3)}abc`;
    const old = await issue();
    await codes(
      'revokeAgreementSigningLink',
      'RevokeAgreementSigningLinkInput',
      { linkId: id },
      enterprise.recruiter,
    );
    const attempt = async (linkToken: string) =>
      (await begin(app, { linkToken }, college.administrator)).userErrors.map(({ code }) => code);
    expect(await attempt(forged)).toEqual(['AGREEMENT_LINK_INVALID']);
    expect(await attempt('nonsense')).toEqual(['AGREEMENT_LINK_INVALID']);
    expect(await attempt(token)).toEqual(['AGREEMENT_LINK_REVOKED']);
    app.clock.advance({ days: 15 });
    expect(await attempt(old.token)).toEqual(['AGREEMENT_LINK_EXPIRED']);
    expect((await invitation(old.token, college.administrator))?.state).toBe('EXPIRED');
    expect(await invitation(forged, college.administrator)).toBeNull();
    expect((await chain()).filter((kind) => kind === 'REFUSED').length).toBe(3);
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
  });

  it('gives nobody the right to sign for another', async () => {
    const { token } = await issue();
    const stranger = await createAccount(app);
    for (const as of [stranger, college.clerk, enterprise.administrator])
      expect((await begin(app, { linkToken: token }, as)).userErrors).toEqual([
        { code: 'REQUEST_NOT_FOUND', field: ['signatoryId'] },
      ]);
  });

  it('is refused to a signatory who has left the organisation', async () => {
    const leaver = await createAccount(app);
    const members = [{ account: leaver, role: 'OFFICER' as const }];
    college = await createCollegeWithClerk(app, { members });
    agreement = await createAgreement(app, { college, enterprise, state: 'AWAITING_SIGNATURES' });
    turn = await turnOf(app, agreement.id, 1);
    const { token } = await issue();
    const { id } = leaver.account;
    const named = { signatoryId: turn, accountId: id };
    expect(
      await codes(
        'reassignAgreementTurn',
        'ReassignAgreementTurnInput',
        named,
        college.administrator,
      ),
    ).toEqual([]);
    await app.database.pool.query(
      `update organisation_members set ended_at = joined_at, end_cause = 'left' where account_id = $1`,
      [id],
    );
    expect((await begin(app, { linkToken: token }, leaver)).userErrors).toEqual([
      { code: 'AGREEMENT_SIGNATORY_LEFT', field: ['signatoryId'] },
    ]);
    expect(await chain()).toEqual(['LINK_ISSUED', 'REASSIGNED', 'REFUSED']);
    const again = { signatoryId: turn, accountId: null };
    await codes(
      'reassignAgreementTurn',
      'ReassignAgreementTurnInput',
      again,
      college.administrator,
    );
    expect((await signFor(app, agreement, 1, college.administrator)).userErrors).toEqual([]);
  });
});

describe('the second factor', () => {
  it('is a code to oneself, for this session only, five tries', async () => {
    const as = college.administrator;
    const session = await opened({ signatoryId: turn }, as);
    const code = await codeFor(app, session, as);
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await sendCode(app, session, as)).userErrors[0]?.code).toBe('AGREEMENT_CODE_TOO_SOON');
    const other = await opened({ signatoryId: turn }, as);
    expect((await signWith(other, code, as)).userErrors[0]?.code).toBe('AGREEMENT_CODE_WRONG');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await signWith(session, wrong, as)).userErrors[0]?.code).toBe('AGREEMENT_CODE_WRONG');
    expect((await signWith(session, code, as)).userErrors[0]?.code).toBe('AGREEMENT_CODE_WRONG');
    expect(await stateOf(app, agreement.id)).toBe('AWAITING_SIGNATURES');
    app.clock.advance({ minutes: 2 });
    const fresh = await codeFor(app, session, as);
    expect((await signWith(session, fresh, as)).userErrors).toEqual([]);
  });

  it('reaches the person as a message', async () => {
    const session = await opened({ signatoryId: turn }, college.administrator);
    const code = await codeFor(app, session, college.administrator);
    await app.settle();
    const { rows } = await app.database.pool.query<{ body: string }>(
      `select body from development_messages`,
    );
    expect(rows.filter(({ body }) => body.includes(code)).length).toBe(1);
    expect(
      (await app.database.pool.query(`select code_sealed from agreement_signing_sessions`)).rows,
    ).toEqual([{ code_sealed: null }]);
  });
});

describe('a session', () => {
  it('is its owner’s, over after half an hour, and of one text', async () => {
    const as = college.administrator;
    const session = await opened({ signatoryId: turn }, as);
    expect(
      (await signWith(session, null, enterprise.administrator)).userErrors.map(({ code }) => code),
    ).toEqual(['REQUEST_NOT_FOUND']);
    app.clock.advance({ minutes: 31 });
    expect((await signWith(session, null, as)).userErrors[0]?.code).toBe(
      'AGREEMENT_SIGNING_SESSION_OVER',
    );
    const stale = await opened({ signatoryId: turn }, as);
    const code = await codeFor(app, stale, as);
    const { version } = (await seen(app, agreement.id, as)) as { version: number };
    await act(
      app,
      EDIT,
      { agreementId: agreement.id, version, content: CONTENT },
      enterprise.recruiter,
    );
    expect((await signWith(stale, code, as)).userErrors[0]?.code).toBe('AGREEMENT_TEXT_CHANGED');
  });
});

describe('a turn', () => {
  it('that ran out voids nothing, and the drafter can give it more time', async () => {
    await signFor(app, agreement, 2, enterprise.administrator);
    await app.database.pool.query(
      `update agreement_signatories set expires_at = $2 where id = $1`,
      [turn, '2026-11-23T11:00:00+08:00'],
    );
    app.clock.advance({ hours: 2 });
    expect(await app.get(SigningClock).run(new AbortController().signal)).toBe(1);
    const late = await begin(app, { signatoryId: turn }, college.administrator);
    expect(late.userErrors[0]?.code).toBe('AGREEMENT_TURN_EXPIRED');
    expect(await stateOf(app, agreement.id)).toBe('PARTIALLY_SIGNED');
    expect(
      await codes(
        'extendAgreementTurn',
        'ExtendAgreementTurnInput',
        { signatoryId: turn, days: 10 },
        enterprise.recruiter,
      ),
    ).toEqual([]);
    const signed = await signFor(app, agreement, 1, college.administrator);
    expect(signed.agreement.state).toBe('EFFECTIVE');
    expect(await toldOf(app)).toContain('agreementTurnExpired');
    expect(await chain()).toEqual([
      ...['OPENED', 'CODE_SENT', 'CONFIRMED', 'SIGNED', 'TURN_EXPIRED', 'REFUSED', 'TURN_RENEWED'],
      ...['OPENED', 'CODE_SENT', 'CONFIRMED', 'SIGNED', 'COMPLETED', 'TOOK_EFFECT'],
    ]);
  });

  it('is reminded of once a week, and daily in the end', async () => {
    const counts: number[] = [];
    for (let day = 0; day < 90; day += 1) {
      app.clock.advance({ days: 1 });
      if (day === 89) app.clock.advance({ minutes: -1 });
      await app.get(SigningClock).run(new AbortController().signal);
      const { rows } = await app.database.pool.query<{ reminder_count: number }>(
        `select reminder_count from agreement_signatories where id = $1`,
        [turn],
      );
      counts.push(rows[0]?.reminder_count ?? 0);
    }
    expect([counts[5], counts[6], counts[12], counts[13], counts[83]]).toEqual([0, 1, 1, 2, 12]);
    expect((counts[89] ?? 0) - (counts[85] ?? 0)).toBeGreaterThanOrEqual(3);
  });

  it('is declined with a reason, and asked again', async () => {
    const input = { signatoryId: turn, reason: '第三条需要再议' };
    expect(
      await codes(
        'declineAgreementTurn',
        'DeclineAgreementTurnInput',
        input,
        college.administrator,
      ),
    ).toEqual([]);
    expect(await toldOf(app)).toEqual(['agreementTurnDeclined']);
    const late = await begin(app, { signatoryId: turn }, college.administrator);
    expect(late.userErrors[0]?.code).toBe('AGREEMENT_NOT_YOUR_TURN');
    const more = { signatoryId: turn, days: 5 };
    await codes('extendAgreementTurn', 'ExtendAgreementTurnInput', more, enterprise.recruiter);
    expect((await signFor(app, agreement, 1, college.administrator)).userErrors).toEqual([]);
  });
});

describe('signing by another hand', () => {
  it('with a power of attorney, for its days, by the one it names', async () => {
    const delegate = await createAccount(app);
    const fileId = await uploadFile(app, college.administrator, {
      purpose: 'agreementPower',
      fileName: '授权委托书.pdf',
      bytes: pdf(),
    });
    const power = {
      signatoryId: turn,
      delegateId: delegate.account.id,
      fileId,
      validFrom: '2026-11-23',
      validUntil: '2026-11-24',
    };
    expect(
      await codes(
        'delegateAgreementTurn',
        'DelegateAgreementTurnInput',
        keyed(power),
        college.administrator,
      ),
    ).toEqual([]);
    const session = await opened({ signatoryId: turn }, delegate);
    const code = await codeFor(app, session, delegate);
    app.clock.set('2026-11-25T10:00:00+08:00');
    expect((await begin(app, { signatoryId: turn }, delegate)).userErrors[0]?.code).toBe(
      'REQUEST_NOT_FOUND',
    );
    app.clock.set(NOW);
    expect((await signWith(session, code, delegate)).userErrors).toEqual([]);
    expect(await stateOf(app, agreement.id)).toBe('PARTIALLY_SIGNED');
  });
});
