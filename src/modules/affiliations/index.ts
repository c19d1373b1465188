export { AffiliationsModule } from './affiliations.module.js';
export { STUDENT_MANAGE, STUDENT_VIEW } from './affiliations.permissions.js';
export { AffiliationState } from './affiliation/affiliation.enums.js';
export { AffiliationFilter, AffiliationsArgs } from './affiliation/affiliation.inputs.js';
export { Affiliation, AffiliationConnection } from './affiliation/affiliation.model.js';
export { AffiliationReader } from './affiliation/affiliation.reader.js';
export {
  affiliationClaimed,
  affiliationConfirmed,
  affiliationLeft,
  affiliationRefused,
} from './affiliation/affiliation.events.js';
