import { defineErrors } from '../../../core/errors/index.js';

export const signInErrors = defineErrors('SIGN_IN', {
  FAILED: {
    category: 'invalid',
    'zh-CN': '账号或密码不正确',
    en: 'The account or the password is not right',
  },
});
