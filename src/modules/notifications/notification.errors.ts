import { defineErrors } from '../../core/errors/index.js';

export const notificationErrors = defineErrors('NOTIFICATION', {
  NOT_CHOOSABLE: {
    category: 'forbidden_state',
    'zh-CN': '此类通知是否发送邮件不能更改',
    en: 'Whether this kind is mailed cannot be changed',
  },
});
