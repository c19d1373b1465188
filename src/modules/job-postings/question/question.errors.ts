import { defineErrors } from '../../../core/errors/index.js';

export const questionErrors = defineErrors('JOB_POSTING_QUESTION', {
  ANSWERED: {
    category: 'conflict',
    'zh-CN': '该问题已有回答',
    en: 'This question has been answered already',
  },
  HIDDEN: {
    category: 'conflict',
    'zh-CN': '该问题已被隐藏',
    en: 'This question has been hidden already',
  },
  OWN_POSTING: {
    category: 'forbidden_state',
    'zh-CN': '不能向本单位的岗位提问',
    en: 'Nobody asks about a posting of an organisation of his own',
  },
});
