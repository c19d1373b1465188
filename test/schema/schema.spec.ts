import { buildSchema as fromText, type GraphQLSchema } from 'graphql';
import { declaredPermissions, definePermission } from '../../src/core/auth/index.js';
import { schemaText } from '../../src/core/graphql/index.js';
import { readText } from '../architecture/source-tree.js';
import { buildSchema, rootFields, type RootField } from '../support/schema.js';
import { mutationsOutsideActions, outsideActions } from './mutation-methods.js';
import {
  misshapenConnections,
  misshapenMutations,
  unboundedLists,
  unknownPermissions,
  undescribed,
  unrepeatableMutations,
  unsaidAccess,
} from './schema-rules.js';

/** The first lines that stand in one text only. */
function differences(built: string, committed: string): string[] {
  const [ours, theirs] = [built.split('\n'), committed.split('\n')];
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const lines = [
    ...ours.filter((line) => !inTheirs.has(line)).map((line) => `+ ${line}`),
    ...theirs.filter((line) => !inOurs.has(line)).map((line) => `- ${line}`),
  ];
  return lines.length === 0 && built !== committed ? ['lines moved'] : lines.slice(0, 20);
}

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildSchema();
  });

  it('is the one in schema.graphql; `npm run cli -- print-schema --out schema.graphql` renews it', () => {
    expect(differences(schemaText(schema), readText('schema.graphql') ?? '')).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('has an access rule on every root field, and says it', () => {
    expect(rootFields()).not.toEqual([]);
    expect(unsaidAccess(schema, rootFields())).toEqual([]);
    const declared = declaredPermissions().map(({ name }) => name);
    expect(unknownPermissions(schema, declared)).toEqual([]);
  });

  it('has mutations of one input and one payload', () => {
    expect(misshapenMutations(schema)).toEqual([]);
  });

  it('has an idempotency key wherever something is created', () => {
    expect(unrepeatableMutations(schema)).toEqual([]);
  });

  it('pages its lists or says how long they get', () => {
    expect(unboundedLists(schema)).toEqual([]);
    expect(misshapenConnections(schema)).toEqual([]);
  });

  it('runs every mutation as one action', () => {
    expect(mutationsOutsideActions()).toEqual([]);
  });
});

describe('the rules find what breaks them', () => {
  it('a committed schema that is stale', () => {
    expect(differences('type A\ntype B\n', 'type A\ntype B\n')).toEqual([]);
    expect(differences('type A\ntype B\n', 'type A\ntype C\n')).toEqual(['+ type B', '- type C']);
    expect(differences('type A\ntype B\n', 'type B\ntype A\n')).toEqual(['lines moved']);
  });

  const BAD = fromText(`
    "A query." type Query { bare(naked: Int): Thing "Things." things: [Thing!]! "Pages." paged: ThingConnection! }
    type Mutation {
      "Does it. Requires: nothing." createThing(input: CreateThingInput!): CreateThingPayload!
      "Does it. Requires: SAMPLE_GONE." updateThing(id: ID!, name: String!): Thing!
      "Public. Does it. Requires: nothing." signThing(input: SignThingInput!): CreateThingPayload!
      "Does it." signIn(input: CreateThingInput!): CreateThingPayload!
    }
    type Thing { id: ID! "Kind." kind: Kind! "Parts, at most 20." parts: [Thing!]! "Many, at most 500." many: [Thing!]! }
    "Kinds." enum Kind { GOOD "Bad." BAD }
    "Input." input CreateThingInput { name: String! }
    "Input." input SignThingInput { "Key." idempotencyKey: ID! }
    "Payload." type CreateThingPayload { "Thing." thing: Thing "Errors." userErrors: [UserError!]! }
    "Error." type UserError { "Code." code: String! }
    "Page." type ThingConnection { "Things." nodes: [Thing!]! }
  `);

  it('elements without a description', () => {
    expect(undescribed(BAD).sort()).toEqual(
      [
        'CreateThingInput.name',
        'Kind.GOOD',
        'Mutation.createThing(input)',
        'Mutation.signIn(input)',
        'Mutation.signThing(input)',
        'Mutation.updateThing(id)',
        'Mutation.updateThing(name)',
        'Query.bare',
        'Query.bare(naked)',
        'Thing',
        'Thing.id',
      ].sort(),
    );
  });

  it('root fields whose access is missing or said wrongly', () => {
    const permission = definePermission('SAMPLE_UPDATE', { kinds: [], roles: [] });
    const root = (field: string, rule: RootField['rule']): RootField => ({
      name: `Mutation.${field}`,
      kind: 'Mutation',
      field,
      method: `Sample.${field}`,
      rule,
    });
    const roots = [
      root('createThing', { kind: 'public' }),
      root('signThing', { kind: 'public' }),
      root('signIn', null),
      root('updateThing', { kind: 'permission', permission }),
    ];
    expect(unsaidAccess(BAD, roots)).toEqual([
      'Mutation.signThing must end with "Requires: nothing." and say no other access',
      'Mutation.signIn has no access rule',
      'Mutation.updateThing must end with "Requires: SAMPLE_UPDATE." and say no other access',
    ]);
    expect(unknownPermissions(BAD, ['SAMPLE_UPDATE'])).toEqual([
      'Mutation.updateThing names SAMPLE_GONE',
    ]);
  });

  it('mutations of another shape', () => {
    expect(misshapenMutations(BAD)).toEqual([
      'updateThing must take one argument input of a non-null input type',
      'updateThing must return a payload with userErrors',
    ]);
  });

  it('creating mutations that cannot be repeated safely', () => {
    expect(unrepeatableMutations(BAD)).toEqual([
      'createThing creates something and takes no idempotencyKey: ID!',
    ]);
  });

  it('lists without a bound and connections that cannot be paged', () => {
    expect(unboundedLists(BAD).map((line) => line.split(' ')[0])).toEqual([
      'Query.things',
      'Thing.many',
    ]);
    expect(misshapenConnections(BAD)).toEqual(['Query.paged must take first and after']);
  });

  it('mutations that do not run as an action', () => {
    const text = `class R {
      @Mutation(() => P) good() { return this.actions.run(actor, 'good', input, () => this.service.good()); }
      @Mutation(() => P) shared() { return this.open(input); }
      private open(input) { return this.actions.run<string>(actor, 'open', input, () => this.service.open()); }
      @Mutation(() => P) bad() { return this.service.bad(); }
      @Query(() => P) query() { return this.reader.find(); }
    }`;
    expect(outsideActions('x.resolver.ts', text)).toEqual(['x.resolver.ts: bad']);
  });
});
