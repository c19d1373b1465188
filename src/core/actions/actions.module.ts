import { Global, Module } from '@nestjs/common';
import { ActionRunner } from './action-runner.js';
import { ActionsProcessor } from './actions.processor.js';
import { IdempotencyKeysRepository } from './idempotency-keys.repository.js';

@Global()
@Module({
  providers: [ActionRunner, IdempotencyKeysRepository, ActionsProcessor],
  exports: [ActionRunner],
})
export class ActionsModule {}
