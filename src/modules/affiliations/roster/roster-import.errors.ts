import { defineErrors } from '../../../core/errors/index.js';

export const rosterImportErrors = defineErrors('ROSTER_IMPORT', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '该名册导入当前不能执行此操作',
    en: 'This import of a roster cannot do that now',
  },
  OUTDATED: {
    category: 'conflict',
    'zh-CN': '预览之后名册已有变化，请重新预览',
    en: 'The roster has changed since the preview: preview the file again',
  },
  NOTHING_TO_APPLY: {
    category: 'forbidden_state',
    'zh-CN': '文件中没有可导入的新增或变更',
    en: 'The file holds nothing new and nothing changed',
  },
  TOO_MANY_ROWS: {
    category: 'limit',
    'zh-CN': '名册最多 {max} 行，请分批上传',
    en: 'A roster has at most {max} rows: upload it in parts',
  },
});
