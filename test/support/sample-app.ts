import { Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ActorResolver,
  ANONYMOUS,
  AuthModule,
  type Actor,
  type Credentials,
} from '../../src/core/auth/index.js';
import { AppConfig, loadEnv } from '../../src/core/config/index.js';
import { GraphqlModule } from '../../src/core/graphql/index.js';
import { createHttpApplication, HttpModule } from '../../src/core/http/index.js';
import { NeighbourLoader, PlainController, ThingResolver } from './sample-api.js';

/** Knows `Bearer account`, `Bearer officer` and a database that is down. */
export class SampleActors extends ActorResolver {
  asked = 0;

  override async resolve({ authorization }: Credentials): Promise<Actor> {
    this.asked += 1;
    const account: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId: 'a1' };
    if (authorization === 'Bearer account') return account;
    if (authorization === 'Bearer down')
      throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    if (authorization !== 'Bearer officer') return ANONYMOUS;
    const grant = {
      organisationId: 'o1',
      organisationKind: 'LAB',
      role: 'OFFICER',
      regionId: null,
    };
    return { ...account, grants: [{ ...grant, isInGoodStanding: true }] };
  }
}

const feature = {
  providers: [
    ThingResolver,
    NeighbourLoader,
    SampleActors,
    { provide: ActorResolver, useExisting: SampleActors },
  ],
  controllers: [PlainController],
};

const NOWHERE = {
  DATABASE_URL: 'postgresql://nobody@localhost/none',
  MEILI_URL: 'http://localhost:1',
};

/** No setting but the environment matters here; nothing is connected to. */
const config = (NODE_ENV: 'test' | 'production'): AppConfig =>
  new AppConfig({ ...loadEnv({ NODE_ENV: 'test', ...NOWHERE }), NODE_ENV });

@Global()
@Module({ providers: [{ provide: AppConfig, useValue: config('test') }], exports: [AppConfig] })
class SampleConfigModule {}

@Global()
@Module({
  providers: [{ provide: AppConfig, useValue: config('production') }],
  exports: [AppConfig],
})
class SampleProductionConfigModule {}

const base = [AuthModule, HttpModule, GraphqlModule];

@Module({ imports: [SampleConfigModule, ...base], ...feature })
export class SampleModule {}

@Module({ imports: [SampleProductionConfigModule, ...base], ...feature })
export class SampleProductionModule {}

export async function createSampleApp(
  module: Type = SampleModule,
): Promise<NestFastifyApplication> {
  const app = await createHttpApplication(module, { logger: ['fatal'] });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly data?: unknown;
  readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** Sends one GraphQL request as it would come over HTTP. */
export async function ask(
  app: NestFastifyApplication,
  body: string | { query?: unknown; variables?: unknown; operationName?: string },
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.statusCode, headers: response.headers, ...response.json<object>() };
}
