export { decodeText } from './decode-text.js';
export { mapHeader, type ColumnSpec, type HeaderMapping } from './header.js';
export {
  inspectPackage,
  isCompoundFile,
  type PackageFault,
  type PackageKind,
} from './inspect-package.js';
export { readRows, sniffFormat, type ReadOptions } from './read-rows.js';
export { spreadsheetErrors } from './spreadsheet.errors.js';
export { openTable, type Table, type TableRecord } from './table.js';
export { TABLE_LIMITS, type TableLimits, type TableRow } from './table-row.js';
export {
  writeCsv,
  writeXlsx,
  type CellValue,
  type CsvOptions,
  type OutputColumn,
} from './write-table.js';
