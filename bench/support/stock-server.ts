import { once } from 'node:events';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Args,
  Field,
  GraphQLModule,
  ID,
  Int,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { OrganisationNode, StockData } from './organisations-query.js';

// What the generators of the framework make and its documentation shows, with nothing tuned and nothing guarded:
// code-first types, relations as resolver methods on an injected service. The rows lie in memory, or are read with
// each request by the statements given.
const [{ answer, statements }] = (await once(process, 'message')) as [StockData];

enum OrganisationKind {
  ENTERPRISE = 'ENTERPRISE',
  COLLEGE = 'COLLEGE',
  LABOUR_BASE = 'LABOUR_BASE',
  HR_BUREAU = 'HR_BUREAU',
  HR_AGENCY = 'HR_AGENCY',
  TRAINING_BODY = 'TRAINING_BODY',
  SOCIAL_ORGANISATION = 'SOCIAL_ORGANISATION',
  STATION_OPERATOR = 'STATION_OPERATOR',
}
enum OrganisationStanding {
  UNVERIFIED = 'UNVERIFIED',
  VERIFIED = 'VERIFIED',
  LAPSED = 'LAPSED',
  SUSPENDED = 'SUSPENDED',
}
registerEnumType(OrganisationKind, { name: 'OrganisationKind' });
registerEnumType(OrganisationStanding, { name: 'OrganisationStanding' });

@ObjectType()
class Region {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) fullName!: string;
}

@ObjectType()
class Industry {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
class OrganisationContact {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
}

@ObjectType()
class OrganisationViewerCan {
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) seeInternals!: boolean;
  @Field(() => Boolean) suspend!: boolean;
}

@ObjectType()
class Organisation {
  @Field(() => ID) id!: string;
  @Field(() => OrganisationKind) kind!: OrganisationKind;
  @Field(() => String) name!: string;
  @Field(() => String) unifiedSocialCreditCode!: string;
  @Field(() => String) accountClass!: string;
  @Field(() => OrganisationStanding) standing!: OrganisationStanding;
  @Field(() => Date, { nullable: true }) verifiedAt!: Date | null;
  @Field(() => Date, { nullable: true }) verifiedUntil!: Date | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) sizeBand!: string | null;
  @Field(() => String, { nullable: true }) website!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType()
class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType()
class OrganisationConnection {
  @Field(() => [Organisation]) nodes!: Organisation[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

const upper = (label: unknown): string | null =>
  typeof label === 'string' ? label.toUpperCase() : null;

@Injectable()
class OrganisationsService {
  private readonly byId = new Map<string, OrganisationNode>();
  private readonly rows: Organisation[];
  private readonly pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

  constructor() {
    this.rows = answer.organisations.nodes.map((node) => {
      const { region: _r, industry: _i, contact: _c, viewerCan: _v, ...row } = node;
      this.byId.set(node.id, node);
      return {
        ...row,
        kind: row.kind as OrganisationKind,
        standing: row.standing as OrganisationStanding,
        verifiedAt: row.verifiedAt === null ? null : new Date(row.verifiedAt),
        verifiedUntil: row.verifiedUntil === null ? null : new Date(row.verifiedUntil),
      };
    });
  }

  async list(first: number): Promise<OrganisationConnection> {
    if (statements) return this.read(statements);
    return { nodes: this.rows.slice(0, first), pageInfo: answer.organisations.pageInfo };
  }

  /** All statements one after the other; the last one gives the rows, and one more than is shown. */
  private async read(sql: NonNullable<StockData['statements']>): Promise<OrganisationConnection> {
    let rows: Record<string, unknown>[] = [];
    for (const { text, values } of sql) ({ rows } = await this.pool.query(text, values));
    const nodes = rows.slice(0, this.rows.length).map((row) => ({
      id: row.id,
      kind: upper(row.kind),
      name: row.name,
      unifiedSocialCreditCode: row.unified_social_credit_code,
      accountClass: upper(row.account_class),
      standing: upper(row.standing_now),
      verifiedAt: row.verified_at,
      verifiedUntil: row.verified_until,
      address: row.address,
      sizeBand: upper(row.size_band),
      website: row.website,
      version: row.version,
    })) as Organisation[];
    return { nodes, pageInfo: answer.organisations.pageInfo };
  }

  async relation<K extends 'region' | 'industry' | 'contact'>(
    id: string,
    name: K,
  ): Promise<OrganisationNode[K] | null> {
    return this.byId.get(id)?.[name] ?? null;
  }

  viewerCan(id: string): OrganisationViewerCan {
    const node = this.byId.get(id);
    return node?.viewerCan ?? { edit: false, seeInternals: false, suspend: false };
  }
}

@Resolver(() => Organisation)
class OrganisationsResolver {
  constructor(private readonly service: OrganisationsService) {}

  @Query(() => OrganisationConnection)
  organisations(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) _after?: string,
  ): Promise<OrganisationConnection> {
    return this.service.list(first);
  }

  @ResolveField(() => Region, { nullable: true })
  region(@Parent() { id }: Organisation): Promise<Region | null> {
    return this.service.relation(id, 'region');
  }

  @ResolveField(() => Industry, { nullable: true })
  industry(@Parent() { id }: Organisation): Promise<Industry | null> {
    return this.service.relation(id, 'industry');
  }

  @ResolveField(() => OrganisationContact, { nullable: true })
  contact(@Parent() { id }: Organisation): Promise<OrganisationContact | null> {
    return this.service.relation(id, 'contact');
  }

  @ResolveField(() => OrganisationViewerCan)
  viewerCan(@Parent() { id }: Organisation): OrganisationViewerCan {
    return this.service.viewerCan(id);
  }
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true }),
  ],
  providers: [OrganisationsService, OrganisationsResolver],
})
class StockModule {}

const app = await NestFactory.create<NestFastifyApplication>(StockModule, new FastifyAdapter(), {
  logger: ['fatal', 'error'],
});
await app.listen(0, '127.0.0.1');
const address = app.getHttpServer().address();
process.send?.({
  kind: 'ready',
  port: typeof address === 'object' && address !== null ? address.port : undefined,
});
