import { Global, Module } from '@nestjs/common';
import { ActionsModule } from './actions/index.js';
import { AuditModule } from './audit/index.js';
import { BulkImportModule } from './bulk-import/index.js';
import { CliModule } from './cli/index.js';
import { Clock, Ids } from './clock/index.js';
import { ConfigModule } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { EventsModule } from './events/index.js';
import { HealthModule } from './health/index.js';
import { LiveModule } from './live/index.js';
import { MailModule } from './mail/index.js';
import { OneTimeCodesModule } from './one-time-codes/index.js';
import { PrivacyModule } from './privacy/index.js';
import { RateLimitModule } from './rate-limit/index.js';
import { SearchEngineModule } from './search-engine/index.js';
import { SeedingModule } from './seeding/index.js';
import { StorageModule } from './storage/index.js';
import { TasksModule } from './tasks/index.js';

/** The technical base that every process has, whatever it serves. */
@Global()
@Module({
  imports: [
    ConfigModule,
    DatabaseModule,
    EventsModule,
    TasksModule,
    AuditModule,
    ActionsModule,
    BulkImportModule,
    RateLimitModule,
    MailModule,
    OneTimeCodesModule,
    StorageModule,
    PrivacyModule,
    SearchEngineModule,
    HealthModule,
    LiveModule,
    SeedingModule,
    CliModule,
  ],
  providers: [Clock, Ids],
  exports: [Clock, Ids],
})
export class CoreModule {}
