import { defineErrors } from '../../../core/errors/index.js';

export const proofErrors = defineErrors('PROOF', {
  REQUIRED: {
    category: 'invalid',
    'zh-CN': '请输入密码或验证码以确认是您本人',
    en: 'Give your password or a one-time code to confirm that it is you',
  },
  FAILED: {
    category: 'invalid',
    'zh-CN': '密码或验证码不正确',
    en: 'The password or the code is not right',
  },
});
