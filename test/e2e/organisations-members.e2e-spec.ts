import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createBureauWithOfficer,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  NOBODY,
  EDIT,
  MEMBERS,
  CHANGE_ROLE,
  REMOVE_MEMBER,
  LEAVE,
  HISTORY,
  expectNoTrace,
  refusalsOf,
  refusedWith,
  eventsOf,
} from './organisations.support.js';

const NOT_FOUND = 'REQUEST_NOT_FOUND';
const LAST = [{ code: 'MEMBER_LAST_ADMINISTRATOR', field: null }];

describe('members of an organisation', () => {
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
  const memberId = async (organisationId: string, person: TestAccount): Promise<string> => {
    const { rows } = await app.database.pool.query(
      'select id from organisation_members where organisation_id = $1 and account_id = $2 and ended_at is null',
      [organisationId, person.account.id],
    );
    return (rows[0] as { id: string }).id;
  };
  const act = (query: string, as: TestAccount | null, input: object) =>
    app.gql(query, { input }, { as });

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
    const entries = history.data.organisationHistory.nodes as unknown[];
    expect(entries.at(-1)).toMatchObject({
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
        expect(refusedWith(await act(CHANGE_ROLE, as, { memberId: target, role: 'VIEWER' }))).toBe(
          code,
        );
      }
      expect(refusedWith(await act(LEAVE, null, { organisationId: id }))).toBe('UNAUTHENTICATED');
    });
  });
});
