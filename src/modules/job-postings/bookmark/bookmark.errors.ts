import { defineErrors } from '../../../core/errors/index.js';

export const bookmarkErrors = defineErrors('JOB_POSTING_BOOKMARK', {
  TOO_MANY: {
    category: 'limit',
    'zh-CN': '最多收藏 {max} 个岗位',
    en: 'At most {max} postings can be bookmarked',
  },
});
