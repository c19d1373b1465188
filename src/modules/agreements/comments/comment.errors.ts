import { defineErrors } from '../../../core/errors/index.js';

export const commentErrors = defineErrors('AGREEMENT_COMMENT', {
  RESOLVED: {
    category: 'conflict',
    'zh-CN': '该批注已解决，如需继续讨论请先重新打开',
    en: 'The comment is resolved; take it up again to go on',
  },
  NOT_RESOLVED: {
    category: 'conflict',
    'zh-CN': '该批注尚未解决',
    en: 'The comment is not resolved',
  },
  CLAUSE_GONE: {
    category: 'not_found',
    'zh-CN': '当前版本没有该条款',
    en: 'The present version has no such clause',
  },
  TOO_MANY: {
    category: 'limit',
    'zh-CN': '每份协议最多 {max} 条批注，每条批注最多 {maxReplies} 条回复',
    en: 'An agreement has at most {max} comments, and each of them {maxReplies} answers',
  },
});
