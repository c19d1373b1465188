import { randomUUID } from 'node:crypto';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  NOBODY,
  INVITE,
  ACCEPT,
  DECLINE,
  REVOKE_INVITATION,
  SUCCESSOR,
  INVITATIONS,
  MEMBERS,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
  mails,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';

describe('joining an organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(() => {
    app.clock.set('2026-11-22T10:00:00+08:00');
  });
  afterAll(() => app.close());

  const membersOf = async (
    as: TestAccount | null,
    id: string,
  ): Promise<{ readonly nodes: unknown[] } | null> => {
    const { data } = await app.gql(MEMBERS, { id }, { as });
    return (data?.organisationMembers ?? null) as { nodes: unknown[] } | null;
  };
  const act = (query: string, as: TestAccount | null, input: object) =>
    app.gql(query, { input }, { as });

  describe('invitations', () => {
    beforeEach(() => app.database.truncateAll());

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
    const mine = async (as: TestAccount): Promise<unknown> =>
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
      expect((await membersOf(person, id))?.nodes.at(-1)).toMatchObject({
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
      expect((await membersOf(person, id))?.nodes).toHaveLength(2);
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
});
