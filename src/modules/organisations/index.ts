export { OrganisationsModule } from './organisations.module.js';
export {
  ALL_KINDS,
  BUREAU_REGISTER,
  ORGANISATION_MANAGE,
  ORGANISATION_VERIFY,
} from './organisations.permissions.js';
export { actingAccount } from './acting-account.js';
export {
  AccountClass,
  MemberRole,
  OrganisationKind,
  OrganisationStanding,
  SizeBand,
} from './organisation/organisation.enums.js';
export { Organisation, OrganisationConnection } from './organisation/organisation.model.js';
export { OrganisationLoader } from './organisation/organisation.loader.js';
export { OrganisationReader } from './organisation/organisation.reader.js';
export { inGoodStandingAt, standingAt } from './organisation/organisation.rows.js';
export {
  organisationEdited,
  organisationRegistered,
  recheckDue,
  standingChanged,
} from './organisation/organisation.events.js';
export { memberJoined, memberRemoved, memberRoleChanged } from './member/member.events.js';
export { invitationAnswered, memberInvited } from './invitation/invitation.events.js';
export {
  verificationDecided,
  verificationSubmitted,
  verificationWithdrawn,
} from './verification/verification.events.js';
export { creditCodeCheckDigit } from './organisation/credit-code.js';
export { searchable } from './organisation/organisation.rules.js';
