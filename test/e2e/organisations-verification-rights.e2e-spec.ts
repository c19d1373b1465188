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
  NOBODY,
  EDIT,
  SUSPEND,
  VERIFICATION_BY_ID,
  QUEUE,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
  uploadEvidence,
  evidence,
  submitVerification,
} from './organisations.support.js';
import { verificationCalls } from './organisations-verification.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

describe('rights and limits of a verification', () => {
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

  const { act, submit, withdraw, claim, release, approve, refuse, appeal } = verificationCalls(
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
          const answer = await submit(enterprise.administrator, enterprise.id, { evidence: given });
          expect(refusalsOf(answer, 'submitVerification')).toEqual([{ code, field }]);
        }
      });
    });

    it('while another is open, also when two arrive at once', async () => {
      const [one, two] = [
        await evidence(app, enterprise.administrator),
        await evidence(app, enterprise.administrator),
      ];
      const answers = await Promise.all([
        submit(enterprise.administrator, enterprise.id, { evidence: one }),
        submit(enterprise.administrator, enterprise.id, { evidence: two }),
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
        submit(enterprise.administrator, enterprise.id, { evidence: papers }),
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
    beforeEach(async () => {
      await app.database.truncateAll();
      bureau = await createBureauWithOfficer(app);
      enterprise = await createOrganisation(app, { standing: 'UNVERIFIED' });
    });

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
      const { data } = await submit(fresh.administrator, fresh.id, { evidence: papers });
      await submitVerification(app, enterprise);
      expect(await queue(platform)).toEqual([fresh.id]);
      const { id } = data.submitVerification.verification as { id: string };
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
        ['releaseVerification', (as: TestAccount | null, target: string) => release(as, target)],
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
      await expectNoTrace(app, async () => {
        for (const [as, code] of [
          [null, 'UNAUTHENTICATED'],
          [await createAccount(app), 'FORBIDDEN'],
          [other.recruiter, 'FORBIDDEN'],
        ] as const) {
          expect(refusedWith(await submit(as, enterprise.id, { evidence: papers }))).toBe(code);
          expect(refusedWith(await withdraw(as, id))).toBe(code);
          expect(refusedWith(await appeal(as, id))).toBe(code);
        }
        const as = other.administrator;
        expect(
          refusalsOf(await submit(as, enterprise.id, { evidence: papers }), 'submitVerification'),
        ).toEqual([{ code: NOT_FOUND, field: ['organisationId'] }]);
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
