export { pageCountOfPdf } from './inspect-pdf.js';
export { FileContent } from './file-content.port.js';
export { FileLinks, type FileLink } from './file-links.js';
export { attachmentDisposition } from './file-name.js';
export {
  declaredFilePurposes,
  defineFilePurpose,
  findFilePurpose,
  MAX_FILE_BYTES,
  type FilePurpose,
} from './file-purposes.js';
export { FileStore, type UploadRequest } from './file-store.js';
export { FileUpload } from './file-upload.model.js';
export { DOCUMENT_TYPES, FILE_TYPES, TABLE_TYPES, type FileType } from './file-types.js';
export { storageErrors } from './storage.errors.js';
export { StorageModule } from './storage.module.js';
export type { FileSubject, StoredFileRow } from './stored-file.repository.js';
