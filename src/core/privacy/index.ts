export { FieldCipher, UnreadableFieldError } from './field-cipher.js';
export { mask } from './mask.js';
export { PersonalData } from './personal-data.js';
export { PersonalDataSource, type JsonValue } from './personal-data-source.js';
export { PrivacyModule } from './privacy.module.js';
