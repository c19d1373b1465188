export { FieldCipher, UnreadableFieldError } from './field-cipher.js';
export { parseFieldKeys, type FieldKey } from './field-keys.js';
export { mask } from './mask.js';
export { PrivacyModule } from './privacy.module.js';
