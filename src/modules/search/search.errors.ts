import { defineErrors } from '../../core/errors/index.js';

export const searchErrors = defineErrors('SEARCH', {
  CURSOR_MALFORMED: {
    category: 'invalid',
    'zh-CN': '游标无效或不属于本次搜索，请从第一页重新开始',
    en: 'The cursor is not one of this search; start from the first page',
  },
});
