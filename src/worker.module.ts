import { Module } from '@nestjs/common';
import { CoreModule } from './core/core.module.js';
import { featureModules } from './modules/index.js';

/** The worker process and the commands: the same feature modules, without anything that answers requests. */
@Module({ imports: [CoreModule, ...featureModules] })
export class WorkerModule {}
