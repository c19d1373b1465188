import { randomUUID } from 'node:crypto';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createOrganisation,
  type TestOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  VERIFICATION_BY_ID,
  expectNoTrace,
  refusalsOf,
  eventsOf,
  evidence,
  submitVerification,
} from './organisations.support.js';
import { verificationCalls } from './organisations-verification.support.js';

const WRONG_STATE = [{ code: 'VERIFICATION_WRONG_STATE', field: null }];

describe('verification of an organisation', () => {
  let bureau: TestOrganisation & { readonly officer: TestAccount };
  let enterprise: TestOrganisation;
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-20T10:00:00+08:00');
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    bureau = await createBureauWithOfficer(app);
    enterprise = await createOrganisation(app, { standing: 'UNVERIFIED' });
  });

  const { submit, withdraw, claim, release, approve, refuse, appeal } = verificationCalls(
    () => app,
  );
  const refused = async (): Promise<string> => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    await refuse(bureau.officer, id);
    return id;
  };
  const standingOf = async (id: string) => {
    const { rows } = await app.database.pool.query(
      'select standing, verified_until from organisations where id = $1',
      [id],
    );
    return rows[0] as { standing: string; verified_until: Date | null };
  };

  it('is asked for with papers, taken on by an officer in charge, and approved', async () => {
    const papers = await evidence(app, enterprise.administrator);
    const submitted = await submit(enterprise.administrator, enterprise.id, {
      evidence: papers,
      note: '首次认证',
    });
    const { verification, userErrors } = submitted.data.submitVerification;
    expect(userErrors).toEqual([]);
    expect(verification).toMatchObject({
      state: 'SUBMITTED',
      dueOn: '2026-11-27',
      isOverdue: false,
      refusalReason: null,
      organisation: { id: enterprise.id, standing: 'UNVERIFIED' },
      evidence: expect.arrayContaining(
        papers.map(
          (paper) => expect.objectContaining({ ...paper, fileName: '营业执照.png' }) as object,
        ),
      ) as object,
      history: [
        { transition: 'submit', fromState: null, toState: 'SUBMITTED', reason: '首次认证' },
      ],
      viewerCan: { claim: false, release: false, decide: false, withdraw: true, appeal: false },
    });
    const { id } = verification as { id: string };

    const claimed = await claim(bureau.officer, id);
    expect(claimed.data.claimVerification.verification).toMatchObject({
      state: 'IN_REVIEW',
      claimedBy: { id: bureau.officer.account.id },
      viewerCan: { claim: false, release: true, decide: true, withdraw: false, appeal: false },
    });
    const approved = await approve(bureau.officer, id, { text: '材料齐全' });
    expect(approved.data.approveVerification.userErrors).toEqual([]);
    expect(approved.data.approveVerification.verification).toMatchObject({
      state: 'APPROVED',
      validUntil: '2027-05-19T16:00:00.000Z',
      organisation: {
        id: enterprise.id,
        standing: 'VERIFIED',
        verifiedUntil: '2027-05-19T16:00:00.000Z',
      },
      bureau: { id: bureau.id },
      claimedBy: null,
    });
    expect(await eventsOf(app, enterprise.id)).toEqual([
      {
        name: 'organisations.verificationSubmitted',
        payload: { organisationId: enterprise.id, verificationId: id, isAppeal: false },
      },
      {
        name: 'organisations.standingChanged',
        payload: { organisationId: enterprise.id, standing: 'VERIFIED', previous: 'UNVERIFIED' },
      },
      {
        name: 'organisations.verificationDecided',
        payload: { organisationId: enterprise.id, verificationId: id, outcome: 'APPROVED' },
      },
    ]);
    const seen = await app.gql(VERIFICATION_BY_ID, { id }, { as: enterprise.administrator });
    expect(seen.data.organisationVerification).toMatchObject({
      state: 'APPROVED',
      claimedBy: null,
    });
    expect(
      refusalsOf(
        await expectNoTrace(app, () => approve(bureau.officer, id)),
        'approveVerification',
      ),
    ).toEqual(WRONG_STATE);
    expect(
      refusalsOf(await expectNoTrace(app, () => refuse(bureau.officer, id)), 'refuseVerification'),
    ).toEqual(WRONG_STATE);
  });

  it('gives its papers to those who may see them, by links that end', async () => {
    const id = await submitVerification(app, enterprise);
    const LINKS = `query ($id: ID!) { organisationVerification(id: $id) { evidence { download { url expiresAt } } } }`;
    const linksFor = async (
      as: TestAccount,
    ): Promise<{ evidence: { download: { url: string; expiresAt: string } }[] | null }> => {
      const { data } = await app.gql(LINKS, { id }, { as });
      return data.organisationVerification as Awaited<ReturnType<typeof linksFor>>;
    };
    const viewer = await createAccount(app);
    await app.database.pool.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, 'viewer', now())`,
      [randomUUID(), enterprise.id, viewer.account.id],
    );
    expect(await linksFor(viewer)).toEqual({ evidence: null });
    for (const as of [enterprise.administrator, bureau.officer]) {
      const { evidence: papers } = await linksFor(as);
      expect(papers).toHaveLength(3);
      expect(papers?.[0]?.download.expiresAt).toBe('2026-11-20T02:05:00.000Z');
      const { pathname, search } = new URL(papers?.[0]?.download.url ?? '');
      const file = await app.http({ url: pathname + search });
      expect([file.status, file.headers['content-type']]).toEqual([200, 'image/png']);
      const forged = await app.http({ url: pathname + search.replace(/holder=[^&]+/, 'holder=') });
      expect(forged.status).toBe(404);
    }
    // Who fetched a paper is told later, also when the link was opened without a session.
    const { rows } = await app.database.pool.query(
      `select actor_kind, actor_id, subject_type, subject_id, detail->>'purpose' as purpose
       from audit_entries where action = 'downloadFile' and subject_id = $1 order by id`,
      [id],
    );
    expect(rows).toEqual(
      [enterprise.administrator, bureau.officer].map(({ account }) => ({
        actor_kind: 'ACCOUNT',
        actor_id: account.id,
        subject_type: 'organisationVerification',
        subject_id: id,
        purpose: 'organisationEvidence',
      })),
    );
  });

  it.each([
    ['today', '2026-11-20', '2026-11-20T16:00:00.000Z'],
    ['the last day within six months', '2027-05-19', '2027-05-19T16:00:00.000Z'],
  ])('may hold until %s', async (_, validUntil, instant) => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    await approve(bureau.officer, id, { validUntil });
    expect((await standingOf(enterprise.id)).verified_until?.toISOString()).toBe(instant);
  });

  it.each([
    ['a day beyond six months', '2027-05-20', 'VERIFICATION_VALIDITY_TOO_LONG'],
    ['yesterday', '2026-11-19', 'VERIFICATION_VALIDITY_PAST'],
  ])('may not hold until %s', async (_, validUntil, code) => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    const answer = await expectNoTrace(app, () => approve(bureau.officer, id, { validUntil }));
    expect(refusalsOf(answer, 'approveVerification')).toEqual([{ code, field: ['validUntil'] }]);
  });

  it('is refused with reason and words, and may be asked for again', async () => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    const { data } = await refuse(bureau.officer, id);
    expect(data.refuseVerification.verification).toMatchObject({
      state: 'REFUSED',
      refusalReason: 'EVIDENCE_UNREADABLE',
      refusalText: '营业执照照片不清晰',
      appealUntil: '2026-12-05',
      organisation: { standing: 'UNVERIFIED' },
    });
    expect((await eventsOf(app, enterprise.id)).at(-1)?.payload.outcome).toBe('REFUSED');
    await submitVerification(app, enterprise);
    const late = await expectNoTrace(app, () => appeal(enterprise.administrator, id));
    expect(refusalsOf(late, 'appealVerification')).toEqual([
      { code: 'VERIFICATION_OVERTAKEN', field: null },
    ]);
  });

  it.each([
    ['no words', { text: ' ' }, 'INPUT_REQUIRED'],
    ['too few words', { text: '不行' }, 'INPUT_TOO_SHORT'],
    ['words without end', { text: 'x'.repeat(2001) }, 'INPUT_TOO_LONG'],
  ])('is not refused with %s', async (_, changes, code) => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    const answer = await expectNoTrace(app, () => refuse(bureau.officer, id, changes));
    expect(refusalsOf(answer, 'refuseVerification')).toEqual([{ code, field: ['text'] }]);
  });

  describe('appealed', () => {
    it('is decided by another officer, once and for all', async () => {
      const other = await createAccount(app);
      await app.database.pool.query(
        `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, 'officer', now())`,
        [randomUUID(), bureau.id, other.account.id],
      );
      const id = await refused();
      const appealed = await appeal(enterprise.administrator, id);
      expect(appealed.data.appealVerification.verification).toMatchObject({
        state: 'APPEALED',
        dueOn: '2026-11-27',
        appealText: '照片清晰，请再次审核',
        appealUntil: null,
      });
      const own = await expectNoTrace(app, () => claim(bureau.officer, id));
      expect(refusalsOf(own, 'claimVerification')).toEqual([
        { code: 'VERIFICATION_SAME_OFFICER', field: null },
      ]);
      await claim(other, id);
      const meddled = await expectNoTrace(app, () => approve(bureau.officer, id));
      expect(refusalsOf(meddled, 'approveVerification')).toEqual([
        { code: 'VERIFICATION_CLAIMED_BY_ANOTHER', field: null },
      ]);
      const decided = await refuse(other, id, { text: '照片仍无法辨认' });
      expect(decided.data.refuseVerification.verification).toMatchObject({
        state: 'APPEAL_REFUSED',
        refusalText: '营业执照照片不清晰',
        appealAnswer: '照片仍无法辨认',
      });
      const again = await expectNoTrace(app, () => appeal(enterprise.administrator, id));
      expect(refusalsOf(again, 'appealVerification')).toEqual(WRONG_STATE);
      expect(
        (await eventsOf(app, enterprise.id)).map(
          ({ payload }) => payload.outcome ?? payload.isAppeal,
        ),
      ).toEqual([false, 'REFUSED', true, 'APPEAL_REFUSED']);
    });

    it('is granted by an officer of the bureau above', async () => {
      const province = await createBureauWithOfficer(app, { regionCode: REGION.jiangsu });
      const id = await refused();
      await appeal(enterprise.administrator, id);
      await claim(province.officer, id);
      const { data } = await approve(province.officer, id);
      expect(data.approveVerification.verification).toMatchObject({
        state: 'APPROVED',
        organisation: { standing: 'VERIFIED' },
      });
    });

    it('is in time on the fifteenth day and late on the sixteenth', async () => {
      const id = await refused();
      // An edition of the privacy notice comes into force in between.
      await app.database.pool.query(
        `insert into privacy_consents (account_id, notice_version, consented_at)
         select $1, version, published_at from privacy_notices on conflict do nothing`,
        [enterprise.administrator.account.id],
      );
      app.clock.set('2026-12-06T00:00:00+08:00');
      const late = await expectNoTrace(app, () => appeal(enterprise.administrator, id));
      expect(refusalsOf(late, 'appealVerification')).toEqual([
        { code: 'VERIFICATION_APPEAL_TOO_LATE', field: null },
      ]);
      app.clock.set('2026-12-05T23:59:59+08:00');
      expect(refusalsOf(await appeal(enterprise.administrator, id), 'appealVerification')).toEqual(
        [],
      );
    });
  });

  it('is withdrawn while it is open, and not after', async () => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    const { data } = await withdraw(enterprise.administrator, id);
    expect(data.withdrawVerification.verification).toMatchObject({
      state: 'WITHDRAWN',
      claimedBy: null,
    });
    const again = await expectNoTrace(app, () => withdraw(enterprise.administrator, id));
    expect(refusalsOf(again, 'withdrawVerification')).toEqual(WRONG_STATE);
    expect(refusalsOf(await approve(bureau.officer, id), 'approveVerification')).toEqual(
      WRONG_STATE,
    );
  });

  it('is taken on by one of two officers who reach for it at once, and given back', async () => {
    const id = await submitVerification(app, enterprise);
    const answers = await Promise.all([claim(bureau.officer, id), claim(bureau.administrator, id)]);
    const codes = answers.map(
      (answer) => refusalsOf(answer, 'claimVerification')[0]?.code ?? 'done',
    );
    expect(codes.sort()).toEqual(['VERIFICATION_CLAIMED_BY_ANOTHER', 'done']);
    const released = await release(bureau.administrator, id);
    expect(released.data.releaseVerification.verification).toMatchObject({
      state: 'SUBMITTED',
      claimedBy: null,
    });
    const twice = await expectNoTrace(app, () => release(bureau.officer, id));
    expect(refusalsOf(twice, 'releaseVerification')).toEqual(WRONG_STATE);
    const unclaimed = await expectNoTrace(app, () => approve(bureau.officer, id));
    expect(refusalsOf(unclaimed, 'approveVerification')).toEqual(WRONG_STATE);
  });

  it('is decided one way when one officer approves and refuses at once', async () => {
    const id = await submitVerification(app, enterprise);
    await claim(bureau.officer, id);
    const [approved, declined] = await Promise.all([
      approve(bureau.officer, id),
      refuse(bureau.officer, id),
    ]);
    const codes = [
      refusalsOf(approved, 'approveVerification'),
      refusalsOf(declined, 'refuseVerification'),
    ];
    expect(codes.filter((refusals) => refusals.length === 0)).toHaveLength(1);
    expect(codes.find((refusals) => refusals.length > 0)).toEqual(WRONG_STATE);
    const decisions = (await eventsOf(app, enterprise.id)).filter(
      ({ name }) => name === 'organisations.verificationDecided',
    );
    expect(decisions).toHaveLength(1);
  });
});
