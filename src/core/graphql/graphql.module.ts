import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import { AppConfig } from '../config/index.js';
import { ConsentInterceptor } from './consent.interceptor.js';
import { DomainErrorInterceptor } from './domain-error.interceptor.js';
import { driverOptions } from './driver-options.js';

/** The GraphQL endpoint. Resolvers come from the modules beside it. */
@Global()
@Module({
  imports: [
    NestGraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [AppConfig],
      useFactory: (config: AppConfig) =>
        driverOptions({ schemaForAnyone: !config.isProduction, compile: true }),
    }),
  ],
  providers: [
    // The first stands around the second, and answers what it refuses.
    { provide: APP_INTERCEPTOR, useClass: DomainErrorInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ConsentInterceptor },
  ],
  exports: [NestGraphQLModule],
})
export class GraphqlModule {}
