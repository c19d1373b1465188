import { Module } from '@nestjs/common';
import { apiModules } from './core/api.modules.js';
import { featureModules } from './modules/index.js';

/** The API process: GraphQL and plain routes over every feature module. */
@Module({ imports: [...apiModules, ...featureModules] })
export class AppModule {}
