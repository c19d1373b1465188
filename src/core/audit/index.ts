export { GENESIS, type BadEntry, type ChainFault, type ChainHead } from './audit-chain.js';
export { AuditHeadPublisher } from './audit-head-publisher.js';
export { AuditSealer } from './audit-sealer.js';
export { publishHead, readPublishedHeads } from './audit-heads.js';
export { AuditTrail, type AuditRecord } from './audit-trail.js';
export { refusePersonalData, type AuditValue } from './codes-only.js';
export { AuditVerifier, type AuditVerdict } from './audit-verifier.js';
export { AuditModule } from './audit.module.js';
