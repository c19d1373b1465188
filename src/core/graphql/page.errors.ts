import { defineErrors } from '../errors/index.js';

export const pageErrors = defineErrors('PAGE', {
  CURSOR_MALFORMED: {
    category: 'invalid',
    'zh-CN': '分页游标无效，请从第一页重新开始',
    en: 'This cursor is not valid; start again from the first page',
  },
  CURSOR_OF_ANOTHER_LIST: {
    category: 'invalid',
    'zh-CN': '该分页游标属于另一个列表或另一种排序',
    en: 'This cursor belongs to another list or another order',
  },
});
