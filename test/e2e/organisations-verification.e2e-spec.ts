import { randomUUID } from 'node:crypto';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
  type TestOrganisation,
} from '../factories/organisation.factory.js';
import { REGION } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  APPEAL,
  APPROVE,
  CLAIM,
  EDIT,
  eventsOf,
  evidence,
  expectNoTrace,
  NOBODY,
  QUEUE,
  refusalsOf,
  refusedWith,
  REFUSE,
  RELEASE,
  SUBMIT,
  submitVerification,
  SUSPEND,
  uploadEvidence,
  VERIFICATION_BY_ID,
  WITHDRAW,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';
const WRONG_STATE = [{ code: 'VERIFICATION_WRONG_STATE', field: null }];

describe('verification', () => {
  let app: TestApp;
  let bureau: TestOrganisation & { readonly officer: TestAccount };
  let enterprise: TestOrganisation;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-20T10:00:00+08:00');
    await app.database.truncateAll();
    bureau = await createBureauWithOfficer(app);
    enterprise = await createOrganisation(app, { standing: 'UNVERIFIED' });
  });
  afterAll(() => app.close());

  const act = (query: string, as: TestAccount | null, input: object) =>
    app.gql(query, { input }, { as });
  const submit = (as: TestAccount | null, changes: object) =>
    act(SUBMIT, as, { idempotencyKey: randomUUID(), organisationId: enterprise.id, ...changes });
  const claim = (as: TestAccount | null, verificationId: string) =>
    act(CLAIM, as, { idempotencyKey: randomUUID(), verificationId });
  const approve = (as: TestAccount | null, verificationId: string, changes: object = {}) =>
    act(APPROVE, as, { verificationId, ...changes });
  const refuse = (as: TestAccount | null, verificationId: string, changes: object = {}) =>
    act(REFUSE, as, {
      verificationId,
      reason: 'EVIDENCE_UNREADABLE',
      text: '营业执照照片不清晰',
      ...changes,
    });
  const appeal = (as: TestAccount | null, verificationId: string, changes: object = {}) =>
    act(APPEAL, as, {
      idempotencyKey: randomUUID(),
      verificationId,
      text: '照片清晰，请再次审核',
      ...changes,
    });
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
    const submitted = await submit(enterprise.administrator, {
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
    const { id } = verification;

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
    const linksFor = async (as: TestAccount) =>
      (await app.gql(LINKS, { id }, { as })).data.organisationVerification;
    const viewer = await createAccount(app);
    await app.database.pool.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, 'viewer', now())`,
      [randomUUID(), enterprise.id, viewer.account.id],
    );
    expect(await linksFor(viewer)).toEqual({ evidence: null });
    for (const as of [enterprise.administrator, bureau.officer]) {
      const { evidence: papers } = await linksFor(as);
      expect(papers).toHaveLength(3);
      expect(papers[0].download.expiresAt).toBe('2026-11-20T02:05:00.000Z');
      const { pathname, search } = new URL(papers[0].download.url);
      const file = await app.http({ url: pathname + search });
      expect([file.status, file.headers['content-type']]).toEqual([200, 'image/png']);
    }
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
    const { data } = await act(WITHDRAW, enterprise.administrator, { verificationId: id });
    expect(data.withdrawVerification.verification).toMatchObject({
      state: 'WITHDRAWN',
      claimedBy: null,
    });
    const again = await expectNoTrace(app, () =>
      act(WITHDRAW, enterprise.administrator, { verificationId: id }),
    );
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
    const released = await act(RELEASE, bureau.administrator, { verificationId: id });
    expect(released.data.releaseVerification.verification).toMatchObject({
      state: 'SUBMITTED',
      claimedBy: null,
    });
    const twice = await expectNoTrace(app, () =>
      act(RELEASE, bureau.officer, { verificationId: id }),
    );
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

  describe('is refused at the counter', () => {
    it('without the papers asked for, with others, and with files that are not the caller’s', async () => {
      const papers = await evidence(app, enterprise.administrator);
      const stranger = await createAccount(app);
      const foreign = await uploadEvidence(app, stranger);
      const cases: [object[], string, string[]][] = [
        [[], 'INPUT_REQUIRED', ['evidence']],
        [papers.slice(0, 2), 'VERIFICATION_EVIDENCE_MISSING', ['evidence']],
        [
          [...papers, { fileId: foreign, kind: 'SERVICE_CHARGES' }],
          'VERIFICATION_EVIDENCE_NOT_ASKED_FOR',
          ['evidence', '3', 'kind'],
        ],
        [
          papers.with(1, { ...papers[0], kind: 'HANDLER_IDENTITY' }),
          'VERIFICATION_FILE_REPEATED',
          ['evidence', '1', 'fileId'],
        ],
        [
          papers.with(2, { fileId: foreign, kind: 'POWER_OF_ATTORNEY' }),
          NOT_FOUND,
          ['evidence', '2', 'fileId'],
        ],
        [
          papers.with(2, { fileId: NOBODY, kind: 'POWER_OF_ATTORNEY' }),
          NOT_FOUND,
          ['evidence', '2', 'fileId'],
        ],
        [
          papers.with(0, { fileId: 'x', kind: 'BUSINESS_LICENCE' }),
          'INPUT_MALFORMED',
          ['evidence', '0', 'fileId'],
        ],
      ];
      await expectNoTrace(app, async () => {
        for (const [given, code, field] of cases) {
          const answer = await submit(enterprise.administrator, { evidence: given });
          expect(refusalsOf(answer, 'submitVerification')).toEqual([{ code, field }]);
        }
      });
      const { rows } = await app.database.pool.query(
        `select count(*)::int as attached from stored_files where state = 'attached'`,
      );
      expect(rows).toEqual([{ attached: 0 }]);
    });

    it('while another is open, also when two arrive at once', async () => {
      const [one, two] = [
        await evidence(app, enterprise.administrator),
        await evidence(app, enterprise.administrator),
      ];
      const answers = await Promise.all([
        submit(enterprise.administrator, { evidence: one }),
        submit(enterprise.administrator, { evidence: two }),
      ]);
      const codes = answers.map(
        (answer) => refusalsOf(answer, 'submitVerification')[0]?.code ?? 'done',
      );
      expect(codes.sort()).toEqual(['VERIFICATION_OPEN_EXISTS', 'done']);
    });

    it('while the organisation is suspended', async () => {
      const id = await submitVerification(app, enterprise);
      await claim(bureau.officer, id);
      await act(SUSPEND, bureau.officer, {
        organisationId: enterprise.id,
        reason: 'OTHER',
        text: '正在调查中',
      });
      const answer = await expectNoTrace(app, () => approve(bureau.officer, id));
      expect(refusalsOf(answer, 'approveVerification')).toEqual([
        { code: 'VERIFICATION_ORGANISATION_SUSPENDED', field: null },
      ]);
      await refuse(bureau.officer, id);
      const papers = await evidence(app, enterprise.administrator);
      const again = await expectNoTrace(app, () =>
        submit(enterprise.administrator, { evidence: papers }),
      );
      expect(refusalsOf(again, 'submitVerification')).toEqual([
        { code: 'VERIFICATION_ORGANISATION_SUSPENDED', field: null },
      ]);
      const appealed = await expectNoTrace(app, () => appeal(enterprise.administrator, id));
      expect(refusalsOf(appealed, 'appealVerification')).toEqual([
        { code: 'VERIFICATION_ORGANISATION_SUSPENDED', field: null },
      ]);
    });
  });

  it('holds the particulars still while it is under way', async () => {
    await submitVerification(app, enterprise);
    const edit = (changes: object) =>
      act(EDIT, enterprise.administrator, { id: enterprise.id, changes });
    const answer = await expectNoTrace(app, () => edit({ regionCode: REGION.industrialPark }));
    expect(refusalsOf(answer, 'editOrganisation')).toEqual([
      { code: 'ORGANISATION_UNDER_REVIEW', field: ['changes', 'regionCode'] },
    ]);
    expect(refusalsOf(await edit({ address: '新地址一号' }), 'editOrganisation')).toEqual([]);
  });

  it('renewed in time changes nothing for anybody else', async () => {
    const verified = await createOrganisation(app, {
      verifiedUntil: new Date('2026-12-01T00:00:00+08:00'),
    });
    const id = await submitVerification(app, verified);
    await claim(bureau.officer, id);
    await approve(bureau.officer, id);
    expect((await standingOf(verified.id)).verified_until?.toISOString()).toBe(
      '2027-05-19T16:00:00.000Z',
    );
    expect((await eventsOf(app, verified.id)).map(({ name }) => name)).toEqual([
      'organisations.verificationSubmitted',
      'organisations.verificationDecided',
    ]);
  });

  describe('in the queue', () => {
    const queue = async (as: TestAccount, filter: object = {}) => {
      const { data, errors } = await app.gql(QUEUE, { filter }, { as });
      if (errors) throw new Error(JSON.stringify(errors));
      return (data.verificationQueue.nodes as { organisation: { id: string } }[]).map(
        (node) => node.organisation.id,
      );
    };

    it('stands for the bureaux of the region and above, most urgent first', async () => {
      const later = await createOrganisation(app, {
        standing: 'UNVERIFIED',
        regionCode: REGION.industrialPark,
      });
      const far = await createOrganisation(app, {
        standing: 'UNVERIFIED',
        regionCode: REGION.tongren,
      });
      const first = await submitVerification(app, enterprise);
      app.clock.set('2026-11-24T10:00:00+08:00');
      await submitVerification(app, later);
      await submitVerification(app, far);
      const district = await createBureauWithOfficer(app, { regionCode: REGION.wuzhong });
      const province = await createBureauWithOfficer(app, { regionCode: REGION.jiangsu });
      expect(await queue(bureau.officer)).toEqual([enterprise.id, later.id]);
      expect(await queue(district.officer)).toEqual([enterprise.id]);
      expect(await queue(province.officer)).toEqual([enterprise.id, later.id]);
      expect(await queue(bureau.officer, { isMine: true })).toEqual([]);
      await claim(bureau.officer, first);
      expect(await queue(bureau.officer, { isMine: true })).toEqual([enterprise.id]);
      expect(await queue(bureau.officer, { isAppeal: true })).toEqual([]);
      app.clock.set('2026-11-28T00:00:00+08:00');
      expect(await queue(bureau.officer, { isOverdue: true })).toEqual([enterprise.id]);
      expect(await queue(bureau.officer, { isOverdue: false })).toEqual([later.id]);
    });

    it('never shows an officer his own organisation', async () => {
      await submitVerification(app, enterprise);
      await app.database.pool.query(
        `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, 'viewer', now())`,
        [randomUUID(), enterprise.id, bureau.officer.account.id],
      );
      expect(await queue(bureau.officer)).toEqual([]);
      expect(await queue(bureau.administrator)).toEqual([enterprise.id]);
    });

    it('shows bureaux to the platform', async () => {
      const platform = await createAccount(app, { isAdministrator: true });
      const fresh = await createOrganisation(app, {
        kind: 'HR_BUREAU',
        standing: 'UNVERIFIED',
        regionCode: REGION.guizhou,
      });
      const papers = (await evidence(app, fresh.administrator)).map((paper, i) =>
        i === 0 ? { ...paper, kind: 'APPROVAL_DOCUMENT' } : paper,
      );
      const { data } = await submit(fresh.administrator, {
        organisationId: fresh.id,
        evidence: papers,
      });
      await submitVerification(app, enterprise);
      expect(await queue(platform)).toEqual([fresh.id]);
      const { id } = data.submitVerification.verification;
      await claim(platform, id);
      const approved = await approve(platform, id);
      expect(approved.data.approveVerification.verification).toMatchObject({
        state: 'APPROVED',
        bureau: null,
        organisation: { standing: 'VERIFIED' },
      });
    });
  });

  describe('is nobody else’s', () => {
    it('to decide: other regions, lapsed bureaux, members of the organisation, the organisation itself', async () => {
      const id = await submitVerification(app, enterprise);
      await claim(bureau.officer, id);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      const lapsed = await createBureauWithOfficer(app, { standing: 'LAPSED' });
      const decisions = [
        ['claimVerification', (as: TestAccount | null, target: string) => claim(as, target)],
        [
          'releaseVerification',
          (as: TestAccount | null, target: string) => act(RELEASE, as, { verificationId: target }),
        ],
        ['approveVerification', (as: TestAccount | null, target: string) => approve(as, target)],
        ['refuseVerification', (as: TestAccount | null, target: string) => refuse(as, target)],
      ] as const;
      await expectNoTrace(app, async () => {
        for (const [name, decide] of decisions) {
          expect(refusedWith(await decide(null, id))).toBe('UNAUTHENTICATED');
          expect(refusedWith(await decide(enterprise.administrator, id))).toBe('FORBIDDEN');
          expect(refusedWith(await decide(lapsed.officer, id))).toBe('FORBIDDEN');
          const foreign = await decide(elsewhere.officer, id);
          expect(foreign.data).toEqual((await decide(elsewhere.officer, NOBODY)).data);
          expect(refusalsOf(foreign, name)).toEqual([
            { code: NOT_FOUND, field: ['verificationId'] },
          ]);
        }
      });
      await app.database.pool.query(
        `insert into organisation_members (id, organisation_id, account_id, role, joined_at) values ($1, $2, $3, 'viewer', now())`,
        [randomUUID(), enterprise.id, bureau.officer.account.id],
      );
      const own = await expectNoTrace(app, () => approve(bureau.officer, id));
      expect(refusalsOf(own, 'approveVerification')).toEqual([
        { code: 'ORGANISATION_OWN_ORGANISATION', field: null },
      ]);
    });

    it('to ask for, withdraw or appeal', async () => {
      const other = await createEnterpriseWithRecruiter(app);
      const id = await refused();
      const papers = await evidence(app, other.administrator);
      const withdraw = (as: TestAccount | null, target: string) =>
        act(WITHDRAW, as, { verificationId: target });
      await expectNoTrace(app, async () => {
        for (const [as, code] of [
          [null, 'UNAUTHENTICATED'],
          [await createAccount(app), 'FORBIDDEN'],
          [other.recruiter, 'FORBIDDEN'],
        ] as const) {
          expect(refusedWith(await submit(as, { evidence: papers }))).toBe(code);
          expect(refusedWith(await withdraw(as, id))).toBe(code);
          expect(refusedWith(await appeal(as, id))).toBe(code);
        }
        const as = other.administrator;
        expect(refusalsOf(await submit(as, { evidence: papers }), 'submitVerification')).toEqual([
          { code: NOT_FOUND, field: ['organisationId'] },
        ]);
        expect((await withdraw(as, id)).data).toEqual((await withdraw(as, NOBODY)).data);
        expect((await appeal(as, id)).data).toEqual((await appeal(as, NOBODY)).data);
      });
    });

    it('to see', async () => {
      const id = await submitVerification(app, enterprise);
      const other = await createOrganisation(app);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: REGION.guizhou });
      const ALL = `query ($id: ID!) { organisationVerifications(organisationId: $id) { nodes { id } } }`;
      for (const as of [other.administrator, elsewhere.officer, await createAccount(app)]) {
        expect(
          (await app.gql(VERIFICATION_BY_ID, { id }, { as })).data.organisationVerification,
        ).toBeNull();
        expect(
          (await app.gql(ALL, { id: enterprise.id }, { as })).data.organisationVerifications,
        ).toBeNull();
      }
      expect(
        (await app.gql(VERIFICATION_BY_ID, { id: 'x' }, { as: other.administrator })).data
          .organisationVerification,
      ).toBeNull();
      expect(refusedWith(await app.gql(VERIFICATION_BY_ID, { id }))).toBe('UNAUTHENTICATED');
      for (const as of [enterprise.administrator, bureau.officer])
        expect(
          (await app.gql(ALL, { id: enterprise.id }, { as })).data.organisationVerifications.nodes,
        ).toEqual([{ id }]);
      expect(refusedWith(await app.gql(QUEUE, {}, { as: enterprise.administrator }))).toBe(
        'FORBIDDEN',
      );
    });
  });

  it('says beforehand what it wants to see', async () => {
    const { data } = await app.gql(
      `{ evidenceRequirements(kind: HR_AGENCY) { edition required { anyOf } } }`,
    );
    expect(data.evidenceRequirements).toEqual({
      edition: '2026-01',
      required: [
        { anyOf: ['BUSINESS_LICENCE', 'APPROVAL_DOCUMENT'] },
        { anyOf: ['HR_SERVICE_LICENCE'] },
        { anyOf: ['SERVICE_CHARGES'] },
        { anyOf: ['HANDLER_IDENTITY'] },
        { anyOf: ['POWER_OF_ATTORNEY'] },
      ],
    });
  });
});
