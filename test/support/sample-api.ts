import { Controller, Get, HttpException, NotFoundException, Post } from '@nestjs/common';
import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  Authenticated,
  CurrentActor,
  definePermission,
  Public,
  RequirePermission,
  type Actor,
} from '../../src/core/auth/index.js';
import { requestContext } from '../../src/core/context/index.js';
import { inputErrors, requestErrors } from '../../src/core/errors/index.js';
import {
  BatchLoader,
  ConnectionOf,
  DateTimeScalar,
  PageArgs,
  Payload,
  type Connection,
} from '../../src/core/graphql/index.js';

/** A tiny API on the technical base alone, for specs of that base: no database, no domain. */

@ObjectType({ description: 'A thing.' })
export class Thing {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  madeAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'A property that holds a promise by mistake.',
  })
  late?: Promise<string>;
}

@ObjectType({ description: 'A page of things.' })
export class ThingConnection extends ConnectionOf(Thing) {}

@InputType({ description: 'What to make.' })
export class MakeThingInput {
  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType({ description: 'What was made.' })
export class MakeThingPayload extends Payload {
  @Field(() => Thing, { nullable: true, description: 'The thing.' })
  thing?: Thing | null;
}

export const inspectThings = definePermission('SAMPLE_INSPECT', {
  kinds: ['LAB'],
  roles: ['OFFICER'],
});

const thing = (n: number): Thing => ({
  id: String(n),
  name: `thing ${n}`,
  madeAt: new Date(n * 1000),
});

export class NeighbourLoader extends BatchLoader<string, Thing> {
  batches = 0;

  protected override async batch(keys: readonly string[]): Promise<Map<string, Thing>> {
    this.batches += 1;
    return new Map(keys.map((key) => [key, thing(Number(key) + 1)]));
  }
}

/** What the resolvers were asked, read by specs. */
export const calls = { signIn: 0, count: 0 };

@Resolver(() => Thing)
export class ThingResolver {
  constructor(private readonly neighbours: NeighbourLoader) {}

  @Public()
  @Query(() => ThingConnection)
  things(@Args() page: PageArgs): Connection<Thing> {
    const nodes = Array.from({ length: Math.min(page.first, 5) }, (_, i) => thing(i));
    return {
      nodes,
      edges: nodes.map((node) => ({ node, cursor: node.id })),
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: '0', endCursor: '4' },
      totalCount: async () => {
        calls.count += 1;
        return 42;
      },
    };
  }

  @Public()
  @Query(() => Thing, { nullable: true })
  thing(@Args('id', { type: () => ID }) id: string): Thing | null {
    if (id === 'missing') throw requestErrors.NOT_FOUND();
    if (id === 'malformed') throw inputErrors.MALFORMED({ field: ['id'] });
    if (id === 'down') throw requestErrors.UNAVAILABLE();
    if (id === 'broken') throw new Error('secret: password of the database');
    if (id === 'unreachable')
      throw new Error('no', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) });
    if (id === 'http') throw new NotFoundException('no such thing');
    if (id === 'late') return { ...thing(1), late: Promise.resolve('late') };
    return thing(Number(id));
  }

  @Public()
  @Query(() => Thing)
  surely(): Thing {
    throw requestErrors.NOT_FOUND();
  }

  @Public()
  @Query(() => String)
  whoAmI(@CurrentActor() actor: Actor): string {
    const { locale, clientAddress } = requestContext();
    return [actor.kind, actor.accountId, locale, clientAddress].join(' ');
  }

  @Authenticated()
  @Query(() => String)
  signedIn(): string {
    return 'yes';
  }

  @RequirePermission(inspectThings)
  @Query(() => String)
  inspected(): string {
    return 'yes';
  }

  @Query(() => String)
  forgotten(): string {
    return 'nobody may read this';
  }

  @Public()
  @Mutation(() => MakeThingPayload)
  makeThing(@Args('input') input: MakeThingInput): MakeThingPayload {
    if (input.name === '') throw inputErrors.REQUIRED({ field: ['name'] });
    if (input.name === 'broken') throw new Error('secret: the name was broken');
    return { thing: { ...thing(1), name: input.name } };
  }

  @Public()
  @Mutation(() => MakeThingPayload)
  signIn(@Args('input') _input: MakeThingInput): MakeThingPayload {
    calls.signIn += 1;
    return { thing: null };
  }

  @ResolveField(() => Thing, { nullable: true })
  neighbour(@Parent() parent: Thing): Promise<Thing | null> {
    return this.neighbours.load(parent.id);
  }

  @ResolveField(() => String)
  fragile(@Parent() parent: Thing): string {
    if (parent.id === '3') throw new Error('secret: the third is fragile');
    return 'whole';
  }

  @ResolveField(() => Int, { nullable: true })
  tolerant(@Parent() parent: Thing): number | null {
    if (parent.id === '3') throw new Error('secret: the third again');
    return Number(parent.id);
  }
}

@Controller('plain')
export class PlainController {
  @Public()
  @Get('who')
  who(@CurrentActor() actor: Actor): { kind: string; requestId: string } {
    return { kind: actor.kind, requestId: requestContext().requestId };
  }

  @Public()
  @Post('refused')
  refused(): never {
    throw requestErrors.NOT_FOUND();
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new Error('secret: broken');
  }

  @Public()
  @Get('teapot')
  teapot(): never {
    throw new HttpException('short and stout', 418);
  }

  @Get('forgotten')
  forgotten(): string {
    return 'nobody may read this';
  }
}
