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

const REFUSALS: Readonly<Record<'anonymous' | 'signedIn', string>> = {
  anonymous: 'UNAUTHENTICATED',
  signedIn: 'FORBIDDEN',
};

describe('who may call which root field', () => {
  const { rows } = authorizationTable.parse(
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
});

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
  ): [Outcome, Outcome, Outcome, Outcome] => [anonymous, signedIn, 'notFound', own];

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
