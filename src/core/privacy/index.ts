export { FieldCipher, UnreadableFieldError } from './field-cipher.js';
export { mask } from './mask.js';
export { PrivacyModule } from './privacy.module.js';
