import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { GqlAnswer } from '../support/client.js';
import { rootFields, type RootField } from '../support/schema.js';
import { hostileCalls } from './hostile-values.js';
import { sampleCall } from './sample-call.js';
import { fieldOf } from './schema-rules.js';
import { answered, kindAt } from './tenant-walk.js';
import { createTenant, type Tenant } from './tenants.js';

/** What a call with a wrong value may be answered; everything else is a fault of ours. */
const HARMLESS = new Set([
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'FORBIDDEN',
  'UNAUTHENTICATED',
]);

/** Why an answer shows a fault, or null. */
function faultOf({ status, errors = [] }: Pick<GqlAnswer<unknown>, 'status' | 'errors'>) {
  const wrong = errors.filter(({ extensions }) => !HARMLESS.has(extensions.code));
  return status < 500 && wrong.length === 0 ? null : `${status} ${JSON.stringify(wrong)}`;
}

describe('a hostile value at any place of any root field', () => {
  let app: TestApp;
  let tenant: Tenant;
  let platformAdministrator: TestAccount;
  beforeAll(async () => {
    app = await createTestApp();
    tenant = await createTenant(app, '320506');
    platformAdministrator = await createAccount(app, { isAdministrator: true });
  });
  afterAll(() => app.close());

  let calls = 0;
  const ask = (query: string, variables: object, as: TestAccount): Promise<GqlAnswer<unknown>> => {
    calls += 1;
    // From an address of its own each time: rate limits are another matter.
    const from = `10.2.${String(calls >> 8)}.${String(calls & 255)}`;
    return app.gql(query, variables, { as, from });
  };

  /** The first person who may call the field at all. */
  async function callerOf(root: RootField): Promise<TestAccount | null> {
    const field = fieldOf(app.get(GraphQLSchemaHost).schema, root.kind, root.field);
    if (!field) return null;
    const { query, variables } = sampleCall(root.kind, field, () => randomUUID());
    for (const as of [...Object.values(tenant.people), platformAdministrator])
      if (answered(root, await ask(query, variables, as)) !== 'refused') return as;
    return null;
  }

  it.each(['Query', 'Mutation'] as const)(
    'is refused or taken by a %s, and never breaks it',
    async (kind) => {
      const faults: string[] = [];
      for (const root of rootFields().filter((other) => other.kind === kind)) {
        const field = fieldOf(app.get(GraphQLSchemaHost).schema, kind, root.field);
        if (!field || field.args.length === 0) continue;
        let as = await callerOf(root);
        if (!as) {
          // Somebody left, or was removed, by a call before.
          tenant = await createTenant(app, '320506');
          as = await callerOf(root);
        }
        if (!as) {
          faults.push(`${root.name}: nobody may call it`);
          continue;
        }
        const idAt = (place: string) => tenant.records[kindAt(root, place)];
        const good = sampleCall(kind, field, idAt).variables;
        for (const { place, query, variables } of hostileCalls(kind, field, good)) {
          const fault = faultOf(await ask(query, withFreshKey(variables), as));
          if (fault !== null) faults.push(`${root.name} ${place}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});

/** Each call is another request: a key that was used would be answered before the value is looked at. */
function withFreshKey(variables: Readonly<Record<string, unknown>>): object {
  const { input } = variables;
  const hasKey = typeof input === 'object' && input !== null && 'idempotencyKey' in input;
  return hasKey ? { ...variables, input: { ...input, idempotencyKey: randomUUID() } } : variables;
}

describe('the walk', () => {
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        named: {
          type: GraphQLInt,
          args: { name: { type: GraphQLString }, after: { type: GraphQLString } },
        },
      },
    }),
  });

  it('tries each place with values of its kind', () => {
    const field = fieldOf(schema, 'Query', 'named');
    const places = field ? hostileCalls('Query', field, {}).map(({ place }) => place) : [];
    expect(places).toContain('name = null');
    expect(places).toContain('name = "constructor"');
    expect(places).toContain('after = "W10"');
    expect(places).not.toContain('after = "constructor"');
  });

  it('finds what broke', () => {
    const errors = (code: string) => [{ message: '', extensions: { code, requestId: '' } }];
    expect(faultOf({ status: 400, errors: errors('BAD_USER_INPUT') })).toBeNull();
    expect(faultOf({ status: 200, errors: errors('INTERNAL_SERVER_ERROR') })).toContain('INTERNAL');
    expect(faultOf({ status: 200, errors: errors('UNAVAILABLE') })).toContain('UNAVAILABLE');
    expect(faultOf({ status: 500 })).toBe('500 []');
  });
});
