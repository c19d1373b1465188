import { createParamDecorator, UsePipes } from '@nestjs/common';
import { Args, Context, GraphQLSchemaHost, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema, isObjectType, type GraphQLObjectType } from 'graphql';
import { createSampleApp } from '../../../../test/support/sample-app.js';
import { ANONYMOUS, CurrentActor, type Actor } from '../../auth/index.js';
import { runInContext, systemContext } from '../../context/index.js';
import { withDirectRelations } from './direct-relations.js';

const sampleTypes = `
  type Sample { own: String! who: String! renamed: String! page: String! part: String! ctx: String! piped: String! plain: String! }
  type Query { sample: Sample }
`;

/** Looks at what it was given, which only the framework can hand to it. */
const PartOfCall = createParamDecorator((data: string) => data);

@Resolver('Sample')
class SampleFields {
  private readonly prefix = 'own';

  @ResolveField()
  own(@Parent() { id }: { id: string }): string {
    return `${this.prefix} ${id}`;
  }

  @ResolveField()
  who(@CurrentActor() actor: Actor, @Parent() { id }: { id: string }): string {
    return `${actor.kind} ${id}`;
  }

  @ResolveField('renamed')
  anyName(@Parent() { id }: { id: string }): string {
    return `renamed ${id}`;
  }

  @ResolveField()
  page(@Parent() _: object, @Args('first') first: number): string {
    return `page ${first}`;
  }

  @ResolveField()
  part(@Parent() { id }: { id: string }, @PartOfCall('x') part: string): string {
    return `part ${id} ${part}`;
  }

  @ResolveField()
  ctx(@Context() context: object): string {
    return `ctx ${Object.keys(context).length}`;
  }

  @ResolveField()
  @UsePipes({ transform: (value: unknown) => value })
  piped(@Parent() { id }: { id: string }): string {
    return `piped ${id}`;
  }

  plain(): string {
    return 'no field at all';
  }
}

function directFields(): Record<string, unknown> {
  const schema = buildSchema(sampleTypes);
  const type = schema.getType('Sample') as GraphQLObjectType;
  const fields = Object.values(type.getFields());
  for (const field of fields) field.resolve = () => 'wrapped';
  withDirectRelations(schema, [new SampleFields(), new Date(), {}]);
  return Object.fromEntries(
    fields.map(({ name, resolve }) => [name, resolve?.({ id: '7' }, {}, {}, undefined as never)]),
  );
}

describe('withDirectRelations', () => {
  it('calls methods that ask for parent and actor only as they stand, and leaves the others wrapped', () => {
    const found = runInContext({ ...systemContext('r'), actor: ANONYMOUS }, directFields);
    expect(found).toEqual({
      own: 'own 7',
      who: 'ANONYMOUS 7',
      renamed: 'renamed 7',
      page: 'wrapped',
      part: 'wrapped',
      ctx: 'wrapped',
      piped: 'wrapped',
      plain: 'wrapped',
    });
  });

  describe('in an application', () => {
    let app: NestFastifyApplication;
    beforeAll(async () => {
      app = await createSampleApp();
    });
    afterAll(() => app.close());

    it('finds the resolvers: a field that needs no promise gives none', () => {
      const type = app.get(GraphQLSchemaHost).schema.getType('Thing');
      if (!isObjectType(type)) throw new Error('There is no Thing');
      const { resolve } = type.getFields()['fragile'] ?? {};
      expect(resolve?.({ id: '1' }, {}, {}, undefined as never)).toBe('whole');
    });
  });
});
