import { defineErrors } from '../../../core/errors/index.js';

export const oneTimeCodeErrors = defineErrors('ONE_TIME_CODE', {
  INVALID: {
    category: 'invalid',
    'zh-CN': '验证码不正确或已失效，请重新获取',
    en: 'The code is wrong or no longer valid: ask for a new one',
  },
});
