export { AgreementsModule } from './agreements.module.js';
export { AgreementReader } from './agreement/agreement.reader.js';
export { PartnerReader, type Partnership } from './partners/partner.reader.js';
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
  agreementHeldUp,
  agreementSuspended,
  agreementTerminated,
  agreementTookEffect,
  organisationsOf,
  type AgreementEventPayload,
} from './agreement/agreement.events.js';
export { agreementCommented } from './comments/comment.events.js';
export {
  orderClassConfirmed,
  orderClassLeft,
  orderClassListed,
  orderClassProposed,
  orderClassRefused,
} from './enrolment/enrolment.events.js';
export {
  agreementEndsSoon,
  obligationAtRisk,
  obligationBreached,
  obligationEvidenceDisputed,
  obligationEvidenceEntered,
} from './obligations/obligation.events.js';
export { contentHash, hashFormatOf } from './agreement/agreement.rules.js';
export { EVENT_OF_STEP as AGREEMENT_STEP_EVENTS } from './agreement/agreement-step-events.js';
export { verifyBundleFile } from './evidence/bundle/verify-bundle.js';
export { canonicalDetail, chained, FIRST_PREVIOUS_HASH } from './evidence/evidence-chain.js';
export { sealAgreement } from './evidence/evidence.tasks.js';
export {
  agreementSignatoryLeft,
  agreementTurnBegan,
  agreementTurnDeclined,
  agreementTurnExpired,
  agreementTurnReminded,
} from './signing/signing.events.js';
