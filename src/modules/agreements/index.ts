export { AgreementsModule } from './agreements.module.js';
export { AgreementReader } from './agreement/agreement.reader.js';
export { Agreement } from './agreement/agreement.model.js';
export {
  agreementAmended,
  agreementCancelled,
  agreementPartyGone,
  agreementPartyRestored,
  agreementPartySuspended,
  agreementExpired,
  agreementProposed,
  agreementReturned,
  agreementShared,
  agreementSigned,
  agreementResumed,
  agreementSuperseded,
  agreementSuspended,
  agreementTerminated,
  agreementTookEffect,
  organisationsOf,
  type AgreementEventPayload,
} from './agreement/agreement.events.js';
export { agreementCommented } from './comments/comment.events.js';
export {
  agreementEndsSoon,
  obligationAtRisk,
  obligationBreached,
  obligationEvidenceDisputed,
  obligationEvidenceEntered,
} from './obligations/obligation.events.js';
export { contentHash } from './agreement/agreement.rules.js';
export {
  agreementSignatoryLeft,
  agreementTurnBegan,
  agreementTurnDeclined,
  agreementTurnExpired,
  agreementTurnReminded,
} from './signing/signing.events.js';
