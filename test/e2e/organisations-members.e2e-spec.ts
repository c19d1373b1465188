import { randomUUID } from 'node:crypto';
import { definePermission } from '../../src/core/auth/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  ACCEPT,
  CHANGE_ROLE,
  CREATE_KEY,
  DECLINE,
  EDIT,
  eventsOf,
  expectNoTrace,
  HISTORY,
  INVITATIONS,
  INVITE,
  KEYS,
  LEAVE,
  mails,
  MEMBERS,
  NOBODY,
  refusalsOf,
  refusedWith,
  REMOVE_MEMBER,
  REVOKE_INVITATION,
  REVOKE_KEY,
  SUCCESSOR,
} from './organisations.support.js';

definePermission('SPEC_ORGANISATION_KEY', { kinds: ['ENTERPRISE'], roles: ['ADMINISTRATOR'] });

const NOT_FOUND = 'REQUEST_NOT_FOUND';
const LAST = [{ code: 'MEMBER_LAST_ADMINISTRATOR', field: null }];

describe('people of an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-22T10:00:00+08:00');
    await app.database.truncateAll();
  });
  afterAll(() => app.close());

  const membersOf = async (as: TestAccount | null, id: string) =>
    (await app.gql(MEMBERS, { id }, { as })).data?.organisationMembers ?? null;
  const memberId = async (organisationId: string, person: TestAccount): Promise<string> => {
    const { rows } = await app.database.pool.query(
      'select id from organisation_members where organisation_id = $1 and account_id = $2 and ended_at is null',
      [organisationId, person.account.id],
    );
    return (rows[0] as { id: string }).id;
  };
  const act = (query: string, as: TestAccount | null, input: object) =>
    app.gql(query, { input }, { as });

  describe('members', () => {
    it('are seen by one another and by the bureau in charge, and by nobody else', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const bureau = await createBureauWithOfficer(app);
      const other = await createOrganisation(app);
      const expected = {
        nodes: [
          { role: 'ADMINISTRATOR', account: { id: administrator.account.id } },
          { role: 'OFFICER', account: { id: recruiter.account.id } },
        ],
      };
      for (const as of [administrator, recruiter, bureau.officer])
        expect(await membersOf(as, id)).toMatchObject(expected);
      expect(await membersOf(other.administrator, id)).toBeNull();
      expect(await membersOf(other.administrator, NOBODY)).toBeNull();
      expect(await membersOf(await createAccount(app), id)).toBeNull();
      expect(refusedWith(await app.gql(MEMBERS, { id }))).toBe('UNAUTHENTICATED');
    });

    it('get another role, which acts on the next request', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const change = { memberId: await memberId(id, recruiter), role: 'ADMINISTRATOR' };
      const edit = () => act(EDIT, recruiter, { id, changes: { address: '一号' } });
      expect(refusedWith(await edit())).toBe('FORBIDDEN');
      const { data } = await act(CHANGE_ROLE, administrator, change);
      expect(data.changeMemberRole).toEqual({
        member: { id: change.memberId, role: 'ADMINISTRATOR' },
        userErrors: [],
      });
      expect(refusalsOf(await edit(), 'editOrganisation')).toEqual([]);
      expect((await eventsOf(app, id))[0]).toEqual({
        name: 'organisations.memberRoleChanged',
        payload: { organisationId: id, accountId: recruiter.account.id, role: 'ADMINISTRATOR' },
      });
      const history = await app.gql(HISTORY, { id }, { as: recruiter });
      expect(history.data.organisationHistory.nodes.at(-1)).toMatchObject({
        change: 'MEMBER_ROLE_CHANGED',
        fromRole: 'OFFICER',
        toRole: 'ADMINISTRATOR',
        actor: { id: administrator.account.id },
        subject: { id: recruiter.account.id },
      });
    });

    it('write nothing when they have that role already', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      await act(CHANGE_ROLE, administrator, {
        memberId: await memberId(id, recruiter),
        role: 'OFFICER',
      });
      expect(await eventsOf(app, id)).toEqual([]);
    });

    it('are removed at once, and once only', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const input = { memberId: await memberId(id, recruiter) };
      const { data } = await act(REMOVE_MEMBER, administrator, input);
      expect(data.removeMember).toEqual({ organisationId: id, userErrors: [] });
      expect(await membersOf(recruiter, id)).toBeNull();
      expect(await eventsOf(app, id)).toEqual([
        {
          name: 'organisations.memberRemoved',
          payload: { organisationId: id, accountId: recruiter.account.id, cause: 'REMOVED' },
        },
      ]);
      const again = await expectNoTrace(app, () => act(REMOVE_MEMBER, administrator, input));
      expect(refusalsOf(again, 'removeMember')).toEqual([{ code: NOT_FOUND, field: ['memberId'] }]);
    });

    it('leave by themselves', async () => {
      const { id, recruiter } = await createEnterpriseWithRecruiter(app);
      const { data } = await act(LEAVE, recruiter, { organisationId: id });
      expect(data.leaveOrganisation).toEqual({ organisationId: id, userErrors: [] });
      expect((await eventsOf(app, id))[0]?.payload.cause).toBe('LEFT');
      const foreign = await expectNoTrace(app, () => act(LEAVE, recruiter, { organisationId: id }));
      const unknown = await act(LEAVE, recruiter, { organisationId: NOBODY });
      expect(foreign.data).toEqual(unknown.data);
      expect(refusalsOf(foreign, 'leaveOrganisation')).toEqual([
        { code: NOT_FOUND, field: ['organisationId'] },
      ]);
    });

    it('keep a last administrator: not removed, not demoted, not leaving', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const own = await memberId(id, administrator);
      await expectNoTrace(app, async () => {
        expect(
          refusalsOf(await act(REMOVE_MEMBER, administrator, { memberId: own }), 'removeMember'),
        ).toEqual(LAST);
        expect(
          refusalsOf(await act(LEAVE, administrator, { organisationId: id }), 'leaveOrganisation'),
        ).toEqual(LAST);
        const demotion = { memberId: own, role: 'VIEWER' };
        expect(
          refusalsOf(await act(CHANGE_ROLE, administrator, demotion), 'changeMemberRole'),
        ).toEqual(LAST);
      });
      await act(CHANGE_ROLE, administrator, {
        memberId: await memberId(id, recruiter),
        role: 'ADMINISTRATOR',
      });
      expect(
        refusalsOf(await act(LEAVE, administrator, { organisationId: id }), 'leaveOrganisation'),
      ).toEqual([]);
    });

    it('keep one of two administrators who remove each other at once', async () => {
      for (let round = 0; round < 5; round++) {
        const [one, two] = [await createAccount(app), await createAccount(app)];
        const { id } = await createOrganisation(app, {
          members: [
            { account: one, role: 'ADMINISTRATOR' },
            { account: two, role: 'ADMINISTRATOR' },
          ],
        });
        const [first, second] = [await memberId(id, one), await memberId(id, two)];
        const answers = await Promise.all([
          act(REMOVE_MEMBER, one, { memberId: second }),
          act(REMOVE_MEMBER, two, { memberId: first }),
        ]);
        const outcomes = answers.map((answer) =>
          answer.errors
            ? refusedWith(answer)
            : (refusalsOf(answer, 'removeMember')[0]?.code ?? 'done'),
        );
        expect(outcomes).toContain('done');
        // The second one is stopped by the rule, or by having lost his own role first.
        expect(['MEMBER_LAST_ADMINISTRATOR', 'FORBIDDEN']).toContain(
          outcomes.find((o) => o !== 'done'),
        );
        const { rows } = await app.database.pool.query(
          `select count(*)::int as left from organisation_members where organisation_id = $1 and ended_at is null`,
          [id],
        );
        expect(rows).toEqual([{ left: 1 }]);
      }
    });

    it('of another organisation answer exactly as unknown ones', async () => {
      const own = await createEnterpriseWithRecruiter(app);
      const other = await createEnterpriseWithRecruiter(app);
      const theirs = await memberId(other.id, other.recruiter);
      await expectNoTrace(app, async () => {
        for (const [query, input] of [
          [REMOVE_MEMBER, {}],
          [CHANGE_ROLE, { role: 'ADMINISTRATOR' }],
        ] as const) {
          const foreign = await act(query, own.administrator, { ...input, memberId: theirs });
          const unknown = await act(query, own.administrator, { ...input, memberId: NOBODY });
          expect(foreign.data).toEqual(unknown.data);
          expect(JSON.stringify(foreign.data)).toContain(NOT_FOUND);
        }
      });
    });

    it('are managed by administrators only', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const target = await memberId(id, administrator);
      await expectNoTrace(app, async () => {
        for (const [as, code] of [
          [null, 'UNAUTHENTICATED'],
          [await createAccount(app), 'FORBIDDEN'],
          [recruiter, 'FORBIDDEN'],
        ] as const) {
          expect(refusedWith(await act(REMOVE_MEMBER, as, { memberId: target }))).toBe(code);
          expect(
            refusedWith(await act(CHANGE_ROLE, as, { memberId: target, role: 'VIEWER' })),
          ).toBe(code);
        }
        expect(refusedWith(await act(LEAVE, null, { organisationId: id }))).toBe('UNAUTHENTICATED');
      });
    });
  });

  describe('invitations', () => {
    const invite = (
      as: TestAccount | null,
      organisationId: string,
      contact: string,
      changes: object = {},
    ) =>
      act(INVITE, as, {
        idempotencyKey: randomUUID(),
        organisationId,
        contact,
        role: 'OFFICER',
        ...changes,
      });
    const accept = (as: TestAccount | null, answer: object) =>
      act(ACCEPT, as, { idempotencyKey: randomUUID(), ...answer });
    const tokenOf = async (): Promise<string> => {
      const link = /http:\/\/\S+/.exec(String((await mails(app)).at(-1)?.body))?.[0] ?? '';
      return new URL(link).hash.slice(1);
    };
    const mine = async (as: TestAccount) =>
      (await app.gql(`{ me { invitations { id role organisation { name } } } }`, {}, { as })).data
        .me.invitations;

    it('by mail bring a link, once, that makes whoever opens it a member', async () => {
      const { id, administrator, name } = await createOrganisation(app);
      const { data } = await invite(administrator, id, ' New.Clerk@Example.ORG ');
      expect(data.inviteMember).toEqual({
        invitation: {
          id: expect.any(String) as string,
          role: 'OFFICER',
          state: 'PENDING',
          contactKind: 'EMAIL',
          contactMasked: 'n***@example.org',
          expiresAt: '2026-12-06T02:00:00.000Z',
        },
        userErrors: [],
      });
      await app.settle();
      await app.database.pool.query('update outbox_deliveries set done_at = null');
      await app.settle();
      const [mail, ...others] = await mails(app);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({
        recipient: 'new.clerk@example.org',
        subject: `${name} invites you to join its team`,
      });

      const token = await tokenOf();
      const { rows } = await app.database.pool.query('select * from organisation_invitations');
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(JSON.stringify(rows)).not.toContain('example.org');
      const person = await createAccount(app);
      const accepted = await accept(person, { token });
      expect(accepted.data.acceptInvitation).toEqual({
        invitation: { state: 'ACCEPTED' },
        organisation: { id },
        userErrors: [],
      });
      expect((await membersOf(person, id)).nodes.at(-1)).toMatchObject({
        role: 'OFFICER',
        account: { id: person.account.id },
      });
      expect((await eventsOf(app, id)).map(({ name }) => name)).toEqual([
        'organisations.memberInvited',
        'organisations.memberJoined',
        'organisations.invitationAnswered',
      ]);
      const second = await expectNoTrace(app, async () =>
        accept(await createAccount(app), { token }),
      );
      expect(refusalsOf(second, 'acceptInvitation')).toEqual([
        { code: 'INVITATION_WRONG_STATE', field: null },
      ]);
    });

    it('are written in the language of whoever has the contact', async () => {
      const { id, administrator, name } = await createOrganisation(app);
      const person = await createAccount(app, { locale: 'zh-CN' });
      await invite(administrator, id, person.contacts[0] ?? '');
      await app.settle();
      expect((await mails(app))[0]?.subject).toBe(`${name} 邀请您加入其招聘服务团队`);
    });

    it('by phone wait in the account with that number, and are nobody else’s', async () => {
      const { id, administrator, name } = await createOrganisation(app);
      const person = await createAccount(app, { contacts: ['13812340001'] });
      const other = await createAccount(app, { contacts: ['13812340002'] });
      const { data } = await invite(administrator, id, '+86 138 1234 0001', { role: 'VIEWER' });
      const invitationId = data.inviteMember.invitation.id;
      expect(data.inviteMember.invitation.contactMasked).toBe('+86138****0001');
      await app.settle();
      expect(await mails(app)).toEqual([]);
      expect(await mine(person)).toEqual([
        { id: invitationId, role: 'VIEWER', organisation: { name } },
      ]);
      expect(await mine(other)).toEqual([]);
      const foreign = await expectNoTrace(app, () => accept(other, { invitationId }));
      const unknown = await accept(other, { invitationId: NOBODY });
      expect(foreign.data).toEqual(unknown.data);
      expect(refusalsOf(foreign, 'acceptInvitation')).toEqual([
        { code: NOT_FOUND, field: ['invitationId'] },
      ]);
      expect(refusalsOf(await accept(person, { invitationId }), 'acceptInvitation')).toEqual([]);
      expect(await mine(person)).toEqual([]);
    });

    it('are accepted once by the same request sent twice at once', async () => {
      const { id, administrator } = await createOrganisation(app);
      const person = await createAccount(app, { contacts: ['13812340001'] });
      const { data } = await invite(administrator, id, '13812340001');
      const input = { idempotencyKey: randomUUID(), invitationId: data.inviteMember.invitation.id };
      const answers = await Promise.all([act(ACCEPT, person, input), act(ACCEPT, person, input)]);
      expect(answers[0]?.data).toEqual(answers[1]?.data);
      expect(answers[0]?.data.acceptInvitation.userErrors).toEqual([]);
      expect((await membersOf(person, id)).nodes).toHaveLength(2);
    });

    it('are declined', async () => {
      const { id, administrator } = await createOrganisation(app);
      const person = await createAccount(app, { contacts: ['13812340001'] });
      const { data } = await invite(administrator, id, '13812340001');
      const { id: invitationId } = data.inviteMember.invitation;
      const declined = await act(DECLINE, person, { invitationId });
      expect(declined.data.declineInvitation).toEqual({
        invitation: { state: 'DECLINED' },
        userErrors: [],
      });
      expect(refusalsOf(await accept(person, { invitationId }), 'acceptInvitation')[0]?.code).toBe(
        'INVITATION_WRONG_STATE',
      );
      expect((await eventsOf(app, id)).at(-1)?.payload.answer).toBe('DECLINED');
    });

    it('are taken back', async () => {
      const { id, administrator } = await createOrganisation(app);
      const other = await createOrganisation(app);
      const { data } = await invite(administrator, id, 'clerk@example.org');
      const input = { invitationId: data.inviteMember.invitation.id };
      await app.settle();
      const foreign = await expectNoTrace(app, () =>
        act(REVOKE_INVITATION, other.administrator, input),
      );
      const unknown = await act(REVOKE_INVITATION, other.administrator, { invitationId: NOBODY });
      expect(foreign.data).toEqual(unknown.data);
      expect(refusalsOf(foreign, 'revokeInvitation')).toEqual([
        { code: NOT_FOUND, field: ['invitationId'] },
      ]);
      const revoked = await act(REVOKE_INVITATION, administrator, input);
      expect(revoked.data.revokeInvitation).toEqual({
        invitation: { state: 'REVOKED' },
        userErrors: [],
      });
      const late = await accept(await createAccount(app), { token: await tokenOf() });
      expect(refusalsOf(late, 'acceptInvitation')[0]?.code).toBe('INVITATION_WRONG_STATE');
      expect(
        refusalsOf(await act(REVOKE_INVITATION, administrator, input), 'revokeInvitation')[0]?.code,
      ).toBe('INVITATION_WRONG_STATE');
    });

    it('hold for fourteen days to the second, and make room for a new one then', async () => {
      const { id, administrator } = await createOrganisation(app);
      await invite(administrator, id, 'clerk@example.org');
      await app.settle();
      const token = await tokenOf();
      const twice = await expectNoTrace(app, () => invite(administrator, id, 'CLERK@example.org'));
      expect(refusalsOf(twice, 'inviteMember')).toEqual([
        { code: 'INVITATION_PENDING_EXISTS', field: ['contact'] },
      ]);
      const person = await createAccount(app);
      app.clock.set('2026-12-06T10:00:00+08:00');
      const late = await expectNoTrace(app, () => accept(person, { token }));
      expect(refusalsOf(late, 'acceptInvitation')).toEqual([
        { code: 'INVITATION_EXPIRED', field: ['token'] },
      ]);
      const shown = await app.gql(INVITATIONS, { id }, { as: administrator });
      expect(shown.data.organisationInvitations.nodes[0].state).toBe('EXPIRED');
      expect(
        refusalsOf(await invite(administrator, id, 'clerk@example.org'), 'inviteMember'),
      ).toEqual([]);
      app.clock.set('2026-12-20T09:59:59.999+08:00');
      await app.settle();
      expect(
        refusalsOf(await accept(person, { token: await tokenOf() }), 'acceptInvitation'),
      ).toEqual([]);
    });

    it('make nobody a member twice', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      await invite(administrator, id, recruiter.contacts[0] ?? '', { role: 'ADMINISTRATOR' });
      await app.settle();
      const answer = await expectNoTrace(app, async () =>
        accept(recruiter, { token: await tokenOf() }),
      );
      expect(refusalsOf(answer, 'acceptInvitation')).toEqual([
        { code: 'MEMBER_ALREADY_MEMBER', field: null },
      ]);
    });

    it.each([
      ['no contact', { contact: 'somebody' }, 'CONTACT_MALFORMED', 'contact'],
      ['a fixed line', { contact: '0512-65281234' }, 'CONTACT_MALFORMED', 'contact'],
      ['an unknown organisation', { organisationId: NOBODY }, NOT_FOUND, 'organisationId'],
    ])('are refused for %s', async (_, changes, code, field) => {
      const { id, administrator } = await createOrganisation(app);
      const answer = await expectNoTrace(app, () =>
        invite(administrator, id, 'clerk@example.org', changes),
      );
      expect(refusalsOf(answer, 'inviteMember')).toEqual([{ code, field: [field] }]);
    });

    it.each([
      ['neither token nor id', {}, 'INPUT_REQUIRED'],
      ['both', { token: 'x', invitationId: NOBODY }, 'INPUT_MALFORMED'],
      ['a made-up token', { token: 'A'.repeat(43) }, NOT_FOUND],
      ['a token of another form', { token: `' or 1=1 --` }, NOT_FOUND],
    ])('are not answered by %s', async (_, input, code) => {
      const person = await createAccount(app);
      await expectNoTrace(app, async () => {
        expect(refusalsOf(await accept(person, input), 'acceptInvitation')).toEqual([
          { code, field: ['token'] },
        ]);
        expect(refusalsOf(await act(DECLINE, person, input), 'declineInvitation')).toEqual([
          { code, field: ['token'] },
        ]);
      });
    });

    it('are made and seen by administrators of the organisation only', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const other = await createOrganisation(app);
      await invite(administrator, id, 'clerk@example.org');
      const list = (as: TestAccount | null) => app.gql(INVITATIONS, { id }, { as });
      expect((await list(administrator)).data.organisationInvitations.nodes).toMatchObject([
        {
          state: 'PENDING',
          contactMasked: 'c***@example.org',
          organisation: { id },
          invitedBy: { id: administrator.account.id },
        },
      ]);
      expect((await list(other.administrator)).data.organisationInvitations).toBeNull();
      await expectNoTrace(app, async () => {
        for (const [as, code] of [
          [null, 'UNAUTHENTICATED'],
          [await createAccount(app), 'FORBIDDEN'],
          [recruiter, 'FORBIDDEN'],
        ] as const) {
          expect(refusedWith(await invite(as, id, 'x@example.org'))).toBe(code);
          expect(refusedWith(await list(as))).toBe(code);
          expect(refusedWith(await act(REVOKE_INVITATION, as, { invitationId: NOBODY }))).toBe(
            code,
          );
        }
        const foreign = await invite(other.administrator, id, 'x@example.org');
        expect(refusalsOf(foreign, 'inviteMember')).toEqual([
          { code: NOT_FOUND, field: ['organisationId'] },
        ]);
        expect(refusedWith(await accept(null, { token: 'x' }))).toBe('UNAUTHENTICATED');
        expect(refusedWith(await act(DECLINE, null, { token: 'x' }))).toBe('UNAUTHENTICATED');
      });
    });
  });

  describe('a successor', () => {
    const succeed = (
      as: TestAccount | null,
      organisationId: string,
      contact = 'new-head@example.org',
    ) => act(SUCCESSOR, as, { idempotencyKey: randomUUID(), organisationId, contact });

    it('is brought in by the bureau when no administrator can sign in any more', async () => {
      const { officer } = await createBureauWithOfficer(app);
      const { id, administrator } = await createOrganisation(app);
      const active = await expectNoTrace(app, () => succeed(officer, id));
      expect(refusalsOf(active, 'inviteSuccessor')).toEqual([
        { code: 'INVITATION_ADMINISTRATOR_ACTIVE', field: null },
      ]);
      await app.database.pool.query(
        `update accounts set state = 'disabled', disabled_at = now(), disabled_reason = 'x' where id = $1`,
        [administrator.account.id],
      );
      const { data } = await succeed(officer, id);
      expect(data.inviteSuccessor).toEqual({
        invitation: { role: 'ADMINISTRATOR', state: 'PENDING' },
        userErrors: [],
      });
    });

    it('is nobody’s business but the bureau’s in charge', async () => {
      const { id, administrator } = await createOrganisation(app);
      const elsewhere = await createBureauWithOfficer(app, { regionCode: '520000' });
      await expectNoTrace(app, async () => {
        expect(refusedWith(await succeed(null, id))).toBe('UNAUTHENTICATED');
        expect(refusedWith(await succeed(administrator, id))).toBe('FORBIDDEN');
        const foreign = await succeed(elsewhere.officer, id);
        const unknown = await succeed(elsewhere.officer, NOBODY);
        expect(foreign.data).toEqual(unknown.data);
        expect(refusalsOf(foreign, 'inviteSuccessor')).toEqual([
          { code: NOT_FOUND, field: ['organisationId'] },
        ]);
        expect(
          refusalsOf(await succeed(elsewhere.officer, id, 'nonsense'), 'inviteSuccessor')[0]?.code,
        ).toBe('CONTACT_MALFORMED');
      });
    });
  });

  describe('API keys', () => {
    const create = (as: TestAccount | null, organisationId: string, changes: object = {}) =>
      act(CREATE_KEY, as, {
        idempotencyKey: randomUUID(),
        organisationId,
        name: '招聘系统',
        scopes: ['SPEC_ORGANISATION_KEY'],
        ...changes,
      });

    it('are shown once, kept as a hash, and refuse what only a person may do', async () => {
      const { id, administrator } = await createOrganisation(app);
      const input = {
        idempotencyKey: randomUUID(),
        organisationId: id,
        name: '招聘系统',
        scopes: ['SPEC_ORGANISATION_KEY'],
      };
      const { data } = await act(CREATE_KEY, administrator, input);
      const { token, apiKey } = data.createApiKey;
      expect(token).toMatch(/^gqk_[\w-]{43}$/);
      expect(apiKey).toEqual({
        id: expect.any(String) as string,
        name: '招聘系统',
        tokenPrefix: token.slice(0, 10),
        scopes: ['SPEC_ORGANISATION_KEY'],
        expiresAt: '2027-11-22T16:00:00.000Z',
        lastUsedAt: null,
        revokedAt: null,
        createdBy: { id: administrator.account.id },
      });
      const again = await act(CREATE_KEY, administrator, input);
      expect(again.data.createApiKey).toEqual({ apiKey, token: null, userErrors: [] });
      const everything = await app.database.pool.query(
        `select (select jsonb_agg(to_jsonb(k)) from api_keys k) as keys, (select jsonb_agg(to_jsonb(i)) from idempotency_keys i) as answers,
          (select jsonb_agg(to_jsonb(a)) from audit_entries a) as audit`,
      );
      expect(JSON.stringify(everything.rows)).not.toContain(token.slice(10));
      expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('FORBIDDEN');
      expect(refusedWith(await app.gql(MEMBERS, { id }, { as: token }))).toBe('FORBIDDEN');
    });

    it('are ended by revoking', async () => {
      const { id, administrator } = await createOrganisation(app);
      const { data } = await create(administrator, id);
      const { token, apiKey } = data.createApiKey;
      expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('FORBIDDEN');
      const revoked = await act(REVOKE_KEY, administrator, { apiKeyId: apiKey.id });
      expect(revoked.data.revokeApiKey.apiKey).toEqual({
        id: apiKey.id,
        revokedAt: '2026-11-22T02:00:00.000Z',
      });
      expect(refusedWith(await app.gql(KEYS, { id }, { as: token }))).toBe('UNAUTHENTICATED');
      const twice = await expectNoTrace(app, () =>
        act(REVOKE_KEY, administrator, { apiKeyId: apiKey.id }),
      );
      expect(refusalsOf(twice, 'revokeApiKey')).toEqual([{ code: 'API_KEY_REVOKED', field: null }]);
      const { data: list } = await app.gql(KEYS, { id }, { as: administrator });
      expect(list.apiKeys).toEqual([
        {
          id: apiKey.id,
          lastUsedAt: '2026-11-22T02:00:00.000Z',
          revokedAt: '2026-11-22T02:00:00.000Z',
        },
      ]);
    });

    it.each([
      [
        'a permission no module declares',
        { scopes: ['EVERYTHING'] },
        'API_KEY_SCOPE_UNKNOWN',
        ['scopes', '0'],
      ],
      [
        'a permission only persons have',
        { scopes: ['ORGANISATION_MANAGE'] },
        'API_KEY_SCOPE_UNKNOWN',
        ['scopes', '0'],
      ],
      [
        'a permission twice',
        { scopes: ['SPEC_ORGANISATION_KEY', 'SPEC_ORGANISATION_KEY'] },
        'API_KEY_SCOPE_REPEATED',
        ['scopes', '1'],
      ],
      ['no permission', { scopes: [] }, 'INPUT_REQUIRED', ['scopes']],
      ['an end today', { expiresOn: '2026-11-22' }, 'API_KEY_EXPIRY_OUT_OF_RANGE', ['expiresOn']],
      [
        'an end beyond a year',
        { expiresOn: '2027-11-23' },
        'API_KEY_EXPIRY_OUT_OF_RANGE',
        ['expiresOn'],
      ],
      ['no name', { name: ' ' }, 'INPUT_REQUIRED', ['name']],
    ])('are refused for %s', async (_, changes, code, field) => {
      const { id, administrator } = await createOrganisation(app);
      const answer = await expectNoTrace(app, () => create(administrator, id, changes));
      expect(refusalsOf(answer, 'createApiKey')).toEqual([{ code, field }]);
      expect(answer.data.createApiKey.token).toBeNull();
    });

    it('are at most twenty at a time, also when asked for at once', async () => {
      const { id, administrator } = await createOrganisation(app);
      const answers = await Promise.all(
        Array.from({ length: 22 }, () => create(administrator, id)),
      );
      const refused = answers.flatMap((answer) => refusalsOf(answer, 'createApiKey'));
      expect(refused).toEqual(
        Array.from({ length: 2 }, () => ({ code: 'API_KEY_TOO_MANY', field: null })),
      );
    });

    it('are made and seen by administrators of the organisation only', async () => {
      const { id, administrator, recruiter } = await createEnterpriseWithRecruiter(app);
      const other = await createOrganisation(app);
      const { data } = await create(administrator, id);
      const input = { apiKeyId: data.createApiKey.apiKey.id };
      await expectNoTrace(app, async () => {
        for (const [as, code] of [
          [null, 'UNAUTHENTICATED'],
          [await createAccount(app), 'FORBIDDEN'],
          [recruiter, 'FORBIDDEN'],
        ] as const) {
          expect(refusedWith(await create(as, id))).toBe(code);
          expect(refusedWith(await act(REVOKE_KEY, as, input))).toBe(code);
          expect(refusedWith(await app.gql(KEYS, { id }, { as }))).toBe(code);
        }
        expect(refusalsOf(await create(other.administrator, id), 'createApiKey')).toEqual([
          { code: NOT_FOUND, field: ['organisationId'] },
        ]);
        const foreign = await act(REVOKE_KEY, other.administrator, input);
        const unknown = await act(REVOKE_KEY, other.administrator, { apiKeyId: NOBODY });
        expect(foreign.data).toEqual(unknown.data);
        expect((await app.gql(KEYS, { id }, { as: other.administrator })).data.apiKeys).toBeNull();
      });
    });
  });
});
