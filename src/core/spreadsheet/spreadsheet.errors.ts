import { defineErrors } from '../errors/index.js';

/** Why a table cannot be read: as a whole, in its header, or in one row. */
export const spreadsheetErrors = defineErrors('SPREADSHEET', {
  EMPTY: { category: 'invalid', 'zh-CN': '文件中没有数据', en: 'The file contains no rows' },
  TOO_LARGE: {
    category: 'limit',
    'zh-CN': '文件过大，最多 {maxMegabytes} MB',
    en: 'The file is too large: at most {maxMegabytes} MB',
  },
  TOO_MANY_ROWS: {
    category: 'limit',
    'zh-CN': '行数过多，最多 {max} 行',
    en: 'Too many rows: at most {max}',
  },
  TOO_MANY_CELLS: {
    category: 'limit',
    'zh-CN': '单元格过多，最多 {max} 个',
    en: 'Too many cells: at most {max}',
  },
  UNKNOWN_FORMAT: {
    category: 'invalid',
    'zh-CN': '无法识别的文件格式，请上传 CSV 或 XLSX 文件',
    en: 'Unknown file format: upload a CSV or XLSX file',
  },
  LEGACY_FORMAT: {
    category: 'invalid',
    'zh-CN': '不支持旧版 XLS 文件，请另存为 XLSX 后上传',
    en: 'The old XLS format is not supported: save the file as XLSX',
  },
  ENCRYPTED: {
    category: 'invalid',
    'zh-CN': '文件已加密，请取消密码后上传',
    en: 'The file is encrypted: remove its password first',
  },
  MACROS: {
    category: 'invalid',
    'zh-CN': '文件含有宏，请另存为不含宏的 XLSX 文件',
    en: 'The file contains macros: save it as XLSX without macros',
  },
  HOSTILE: {
    category: 'invalid',
    'zh-CN': '文件内容异常，已拒绝处理',
    en: 'The file is built in a way that no spreadsheet program writes; it was refused',
  },
  DAMAGED: {
    category: 'invalid',
    'zh-CN': '文件已损坏，无法读取',
    en: 'The file is damaged and cannot be read',
  },
  ENCODING: {
    category: 'invalid',
    'zh-CN': '无法识别文件编码，请另存为 UTF-8 编码的 CSV 或 XLSX 后重试',
    en: 'The encoding of the file cannot be read: save it as CSV in UTF-8 or as XLSX and try again',
  },
  TOO_SLOW: {
    category: 'limit',
    'zh-CN': '文件过于复杂，无法在规定时间内读取',
    en: 'The file is too complex to be read in the time allowed',
  },
  BROKEN_QUOTES: {
    category: 'invalid',
    'zh-CN': '第 {line} 行的引号不完整，该行未读取',
    en: 'The quotes in line {line} do not match; the row was not read',
  },
  CELL_TOO_LONG: {
    category: 'invalid',
    'zh-CN': '第 {line} 行第 {column} 列内容过长，最多 {max} 个字符',
    en: 'Line {line}, column {column} is too long: at most {max} characters',
  },
  TOO_MANY_COLUMNS: {
    category: 'invalid',
    'zh-CN': '第 {line} 行的列数过多，最多 {max} 列',
    en: 'Line {line} has too many columns: at most {max}',
  },
  UNREADABLE_CELL: {
    category: 'invalid',
    'zh-CN': '第 {line} 行第 {column} 列的内容无法读取',
    en: 'Line {line}, column {column} cannot be read',
  },
  COLUMN_MISSING: {
    category: 'invalid',
    'zh-CN': '缺少“{column}”列',
    en: 'The column "{column}" is missing',
  },
  COLUMN_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '第 {position} 列“{column}”不是可识别的列',
    en: 'Column {position}, "{column}", is not known',
  },
  COLUMN_DUPLICATE: {
    category: 'invalid',
    'zh-CN': '“{column}”列重复出现（第 {position} 列）',
    en: 'The column "{column}" occurs again as column {position}',
  },
});
