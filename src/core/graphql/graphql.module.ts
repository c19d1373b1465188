import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule, DiscoveryService } from '@nestjs/core';
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
      imports: [DiscoveryModule],
      inject: [AppConfig, DiscoveryService],
      useFactory: (config: AppConfig, discovery: DiscoveryService) =>
        driverOptions({
          schemaForAnyone: !config.isProduction,
          compile: true,
          resolvers: () => singletons(discovery),
        }),
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

/** One instance for the whole process: what is made anew for a request is none that could be called directly. */
function singletons(discovery: DiscoveryService): object[] {
  return discovery
    .getProviders()
    .filter((wrapper) => wrapper.isDependencyTreeStatic() && typeof wrapper.instance === 'object')
    .map(({ instance }) => instance as object | null)
    .filter((instance) => instance !== null);
}
