import { defineErrors } from '../../core/errors/index.js';

export const matchingErrors = defineErrors('MATCHING', {
  NO_RECOMMENDATION: {
    category: 'not_found',
    'zh-CN': '没有这条推荐',
    en: 'There is no such recommendation',
  },
});
