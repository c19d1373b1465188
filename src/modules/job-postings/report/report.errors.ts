import { defineErrors } from '../../../core/errors/index.js';

export const reportErrors = defineErrors('JOB_POSTING_REPORT', {
  OPEN_EXISTS: {
    category: 'conflict',
    'zh-CN': '您的举报正在处理中，请勿重复提交',
    en: 'You have reported this already; the bureau is looking at it',
  },
  HANDLED: {
    category: 'conflict',
    'zh-CN': '该举报已处理',
    en: 'This report has been handled already',
  },
});
