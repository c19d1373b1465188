import { Global, Module } from '@nestjs/common';
import { AuditHeadPublisher } from './audit-head-publisher.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerifier } from './audit-verifier.js';
import { AuditProcessor } from './audit.processor.js';
import { AuditRepository } from './audit.repository.js';
import { VerifyAuditCommand } from './verify-audit.command.js';

@Global()
@Module({
  providers: [
    AuditRepository,
    AuditTrail,
    AuditSealer,
    AuditVerifier,
    AuditHeadPublisher,
    AuditProcessor,
    VerifyAuditCommand,
  ],
  exports: [AuditTrail, AuditSealer, AuditVerifier, AuditHeadPublisher],
})
export class AuditModule {}
