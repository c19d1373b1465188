export { BulkImportModule } from './bulk-import.module.js';
export { BulkImporter, type ImportOutcome, type ImportRequest } from './bulk-importer.js';
export { ImportJournal } from './import-journal.js';
export { runReported } from './import-report.js';
export type { SourceFormat } from './import-source.js';
export type { ImportTarget, TakenBack } from './import-target.js';
export type { ChangedRow, ImportIssue, KnownRecord, NewRow, SourceRecord } from './imported-row.js';
export { sourceHash } from './source-hash.js';
