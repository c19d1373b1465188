import { defineErrors } from '../../../core/errors/index.js';

export const companyImportErrors = defineErrors('JOB_POSTING_IMPORT', {
  TOO_MANY_ROWS: {
    category: 'limit',
    'zh-CN': '一次最多导入 {max} 个岗位，请分批上传',
    en: 'At most {max} postings at once; please upload the rest apart',
  },
  NOTHING_TO_APPLY: {
    category: 'invalid',
    'zh-CN': '文件中没有可导入的岗位，请按提示修改后重新上传',
    en: 'No row of the file can be taken; please mend it and upload it again',
  },
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '该导入当前状态（{state}）不能执行此操作',
    en: 'An import that is {state} does not allow this',
    words: {
      'zh-CN': {
        PREVIEWED: '待确认',
        RUNNING: '进行中',
        FINISHED: '已完成',
        FAILED: '已失败',
        UNDONE: '已撤销',
      },
      en: {
        PREVIEWED: 'previewed',
        RUNNING: 'running',
        FINISHED: 'finished',
        FAILED: 'failed',
        UNDONE: 'undone',
      },
    },
  },
});
