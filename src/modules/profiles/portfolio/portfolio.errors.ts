import { defineErrors } from '../../../core/errors/index.js';

export const portfolioErrors = defineErrors('PORTFOLIO', {
  FULL: {
    category: 'limit',
    'zh-CN': '作品附件最多 {max} 个',
    en: 'A portfolio has at most {max} files',
  },
});
