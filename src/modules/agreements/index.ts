export { AgreementsModule } from './agreements.module.js';
export { AgreementReader } from './agreement.reader.js';
export { Agreement } from './agreement.model.js';
export {
  agreementCancelled,
  agreementExpired,
  agreementProposed,
  agreementReturned,
  agreementSigned,
  agreementTerminated,
  agreementTookEffect,
} from './agreement.events.js';
export { contentHash } from './agreement.rules.js';
