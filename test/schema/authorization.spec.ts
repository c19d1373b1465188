import { GraphQLSchemaHost } from '@nestjs/graphql';
import { definePermission } from '../../src/core/auth/index.js';
import { readText } from '../architecture/source-tree.js';
import { createAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { As, GqlAnswer } from '../support/client.js';
import { rootFields, type RootField } from '../support/schema.js';
import { authorizationTable, COLUMNS, tableFaults, type Outcome } from './authorization-table.js';
import { sampleCall } from './sample-call.js';
import { fieldOf } from './schema-rules.js';
import { answered, kindAt, places, TenantWalk } from './tenant-walk.js';
import { createTenant } from './tenants.js';

const REFUSALS: Readonly<Record<'anonymous' | 'signedIn', string>> = {
  anonymous: 'UNAUTHENTICATED',
  signedIn: 'FORBIDDEN',
};

/** Some hundreds of requests each. */
const WALK_MS = 120_000;

describe('who may call which root field', () => {
  const { rows, exercisedBy } = authorizationTable.parse(
    JSON.parse(readText('test/schema/authorization-table.json') ?? ''),
  );
  let app: TestApp;
  let signedIn: As;
  beforeAll(async () => {
    app = await createTestApp();
    signedIn = await createAccount(app);
  });
  afterAll(() => app.close());

  it('is written in authorization-table.json for each, and agrees with its access rule', () => {
    expect(tableFaults(rows, rootFields())).toEqual([]);
  });

  it.each(['anonymous', 'signedIn'] as const)('is what it says for %s', async (column) => {
    const { schema } = app.get(GraphQLSchemaHost);
    const differences: string[] = [];
    for (const [i, { name, kind, field }] of rootFields().entries()) {
      const row = rows[name];
      // A missing row is told of above.
      if (!row) continue;
      const definition = fieldOf(schema, kind, field);
      if (!definition) throw new Error(`${name} is not in the schema`);
      const { query, variables } = sampleCall(kind, definition);
      // Each call from an address of its own: rate limits are another matter. A fresh account, for some calls end it.
      const as =
        column === 'anonymous' ? null : kind === 'Mutation' ? await createAccount(app) : signedIn;
      const from = `10.0.${i >> 8}.${i & 255}`;
      const answer = await app.gql(query, variables, { as, from });
      const is = outcomeOf(answer, column);
      const should = row[COLUMNS.indexOf(column)] === 'refused' ? 'refused' : 'let through';
      if (is !== should) differences.push(`${name} as ${column}: ${is}, not ${should}`);
    }
    expect(differences).toEqual([]);
  });

  describe('between tenants', () => {
    let walk: TenantWalk;
    const start = async (): Promise<TenantWalk> =>
      new TenantWalk(
        app,
        await createTenant(app, '320506'),
        await createTenant(app, '520600'),
        await createAccount(app, { isAdministrator: true }),
      );
    const walked = (column: (typeof COLUMNS)[number]) =>
      rootFields().flatMap((root) => {
        const field = fieldOf(app.get(GraphQLSchemaHost).schema, root.kind, root.field);
        const should = rows[root.name]?.[COLUMNS.indexOf(column)];
        if (!field || should === undefined || root.name in exercisedBy) return [];
        return [{ root, field, should, named: places(root, field) }];
      });
    /** Actions that had an effect on some record, in their order; a bulk action that did nothing has no subject. */
    const acted = async (): Promise<string[]> => {
      const { rows: entries } = await app.database.pool.query<{ action: string }>(
        'select action from audit_entries where subject_id is not null order by id',
      );
      return entries.map(({ action }) => action);
    };
    const unknownOf = ({ name }: RootField) => rows[name]?.[COLUMNS.indexOf('unknown')];
    beforeAll(async () => {
      walk = await start();
    });

    it('is what it says for a record nobody has', { timeout: WALK_MS }, async () => {
      const differences: string[] = [];
      for (const { root, field, should, named } of walked('unknown')) {
        const answers = named.length > 0 ? await walk.unknown(root, field) : [];
        const is = unknownOutcome(answers);
        if (is !== should) differences.push(`${root.name}: ${is}, not ${should}`);
      }
      expect(differences).toEqual([]);
    });

    it(
      'is what it says for a record of another tenant, which nobody can tell from none',
      { timeout: WALK_MS },
      async () => {
        const before = await acted();
        const differences: string[] = [];
        for (const { root, field, should, named } of walked('otherOrganisation')) {
          if (named.length === 0) continue;
          const is = await walk.otherOrganisation(root, field);
          // What finds nothing for an unknown record, and nothing of another's either, is told from it by nobody.
          if (is.outcome !== should && !(should === 'allowed' && unknownOf(root) === 'allowed'))
            differences.push(`${root.name}: ${is.outcome} (${is.told.join('; ')}), not ${should}`);
        }
        expect(differences).toEqual([]);
        // Answering like nothing is not enough: nothing may have been done either.
        const done = (await acted()).slice(before.length);
        const unseen = walked('otherOrganisation')
          .filter(({ should, named }) => should !== 'allowed' && named.length > 0)
          .map(({ root }) => root.field);
        expect(done.filter((action) => unseen.includes(action))).toEqual([]);
      },
    );

    it('is what it says for own records', { timeout: WALK_MS }, async () => {
      const differences: string[] = [];
      // Queries first, for mutations change what they find; a scene they used up is set up anew.
      const order = walked('own').sort((a, b) => b.root.kind.localeCompare(a.root.kind));
      for (const { root, field, named } of order) {
        if (named.length === 0 && root.rule?.kind !== 'permission') continue;
        if ((await walk.ownRecord(root, field)).startsWith('seen')) continue;
        walk = await start();
        const answer = await walk.ownRecord(root, field);
        if (!answer.startsWith('seen')) differences.push(`${root.name}: ${answer}`);
      }
      expect(differences).toEqual([]);
    });

    it('is shown by a spec of its own where the walk cannot show it', () => {
      const missing = Object.entries(exercisedBy).filter(
        ([name, { file, test }]) => !(name in rows) || !readText(file)?.includes(test),
      );
      expect(missing).toEqual([]);
    });
  });
});

/** Nobody may see anything of a record that does not exist; `allowed` stands for lists and commands that find nothing. */
function unknownOutcome(answers: readonly string[]): string {
  if (answers.length === 0) return 'none';
  const broken = answers.find((answer) => answer.startsWith('broke'));
  if (broken !== undefined) return broken;
  if (answers.includes('notFound')) return 'notFound';
  return answers.some((answer) => answer.startsWith('seen')) ? 'allowed' : 'refused';
}

/** A call with made-up arguments may find nothing or be wrong in its input; it must never break anything. */
function outcomeOf(
  { status, errors }: GqlAnswer<unknown>,
  column: 'anonymous' | 'signedIn',
): string {
  const codes = (errors ?? []).map((error) => error.extensions.code);
  if (codes.includes(REFUSALS[column])) return 'refused';
  const harmless = codes.every((code) => code === 'BAD_USER_INPUT' || code === 'RATE_LIMITED');
  if (status === 200 && harmless) return 'let through';
  return `answered ${status} ${JSON.stringify(errors)}`;
}

describe('the rules find what breaks them', () => {
  const permission = definePermission('SAMPLE_INSPECT', { kinds: [], roles: [] });
  const root = (name: string, rule: RootField['rule']): RootField => ({
    name,
    kind: 'Query',
    field: name.slice(6),
    method: `Sample.${name}`,
    rule,
  });
  const row = (
    anonymous: Outcome,
    signedIn: Outcome,
    own: Outcome = 'allowed',
  ): [Outcome, Outcome, Outcome, Outcome, Outcome] => [
    anonymous,
    signedIn,
    'notFound',
    own,
    'notFound',
  ];

  it('root fields without a row, rows without a field, rows against the rule', () => {
    const table = {
      'Query.open': row('refused', 'allowed'),
      'Query.mine': row('allowed', 'refused'),
      'Query.ours': row('refused', 'allowed', 'notFound'),
      'Query.gone': row('allowed', 'allowed'),
    };
    const roots = [
      root('Query.open', { kind: 'public' }),
      root('Query.mine', { kind: 'authenticated' }),
      root('Query.ours', { kind: 'permission', permission }),
      root('Query.fresh', { kind: 'public' }),
    ];
    expect(tableFaults(table, roots)).toEqual([
      'Query.gone is no root field',
      'Query.open: anonymous cannot be refused',
      'Query.mine: anonymous cannot be allowed',
      'Query.mine: signedIn cannot be refused',
      'Query.ours: signedIn cannot be allowed',
      'Query.ours: own must be allowed for someone',
      'Query.fresh has no row',
    ]);
  });

  it('records told from none, by what was answered', () => {
    const of = (kind: RootField['kind'], value: unknown, reason?: string): string =>
      answered(
        { kind, field: 'it' },
        {
          status: 200,
          headers: {},
          data: { it: value },
          ...(reason && {
            errors: [
              { message: '', extensions: { code: 'BAD_USER_INPUT', reason, requestId: '' } },
            ],
          }),
        },
      );
    const payload = (code: string) => ({ userErrors: [{ code }] });
    expect(of('Query', null)).toBe('notFound');
    expect(of('Query', null, 'REQUEST_NOT_FOUND')).toBe('notFound');
    expect(of('Query', { nodes: [] })).toBe('seen {"nodes":[]}');
    expect(of('Mutation', payload('REQUEST_NOT_FOUND'))).toBe('notFound');
    expect(of('Mutation', { items: [{ refusal: 'REQUEST_NOT_FOUND' }] })).toBe('notFound');
    expect(of('Mutation', payload('OFFER_NOT_OPEN'))).toContain('OFFER_NOT_OPEN');
    expect(unknownOutcome(['refused', 'seen {}', 'notFound'])).toBe('notFound');
    expect(unknownOutcome(['refused', 'seen {}'])).toBe('allowed');
    expect(unknownOutcome(['notFound', 'broke 500'])).toBe('broke 500');
  });

  it('which record a place of the arguments names', () => {
    expect(kindAt({ field: 'agreement' }, 'id')).toBe('agreement');
    expect(kindAt({ field: 'editOrganisation' }, 'input.id')).toBe('organisation');
    expect(kindAt({ field: 'declineOffer' }, 'input.offerId')).toBe('offer');
    expect(kindAt({ field: 'closeApplications' }, 'input.applicationIds')).toBe('application');
  });

  it('a call that was refused, and one that broke', () => {
    const answer = (code: string, status = 200): GqlAnswer<unknown> => ({
      status,
      headers: {},
      data: null,
      errors: [{ message: '', extensions: { code, requestId: '' } }],
    });
    expect(outcomeOf(answer('UNAUTHENTICATED'), 'anonymous')).toBe('refused');
    expect(outcomeOf(answer('UNAUTHENTICATED'), 'signedIn')).toContain('UNAUTHENTICATED');
    expect(outcomeOf(answer('FORBIDDEN'), 'signedIn')).toBe('refused');
    expect(outcomeOf(answer('BAD_USER_INPUT'), 'signedIn')).toBe('let through');
    expect(outcomeOf(answer('INTERNAL_SERVER_ERROR'), 'signedIn')).toContain('answered 200');
    expect(outcomeOf(answer('BAD_USER_INPUT', 500), 'signedIn')).toContain('answered 500');
  });
});
