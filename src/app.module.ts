import { Module } from '@nestjs/common';
import { AuthModule } from './core/auth/index.js';
import { CoreModule } from './core/core.module.js';
import { GraphqlModule } from './core/graphql/index.js';
import { HttpModule } from './core/http/index.js';
import { featureModules } from './modules/index.js';

/** What every API process has besides the feature modules. */
export const apiModules = [CoreModule, AuthModule, HttpModule, GraphqlModule];

/** The API process: GraphQL and plain routes over every feature module. */
@Module({ imports: [...apiModules, ...featureModules] })
export class AppModule {}
