export { IdentityModule } from './identity.module.js';
export { Account, Viewer } from './account/account.model.js';
export {
  accountClosed,
  accountDisabled,
  accountEnabled,
  accountRegistered,
  passwordChanged,
} from './account/account.events.js';
export {
  AccountProvisioning,
  type ProvisionedAccount,
} from './account/account-provisioning.service.js';
export { AccountLoader } from './account/account.loader.js';
export { AccountReader, type AccountContacts, type AccountRow } from './account/account.reader.js';
export { ACCOUNT_ADMINISTER } from './account/account.permissions.js';
export { contact } from './contact/contact.inputs.js';
export { indexText, parseContact, type Contact } from './contact/contact.rules.js';
export { ContactKindEnum } from './one-time-code/one-time-code.model.js';
