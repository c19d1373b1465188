export { GENESIS, type BadEntry, type ChainFault, type ChainHead } from './audit-chain.js';
export { AuditHeadPublisher } from './audit-head-publisher.js';
export { AuditSealer } from './audit-sealer.js';
export { AuditTrail, type AuditRecord, type AuditValue } from './audit-trail.js';
export { AuditVerifier, type AuditVerdict } from './audit-verifier.js';
export { AuditModule } from './audit.module.js';
