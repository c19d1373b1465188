import { defineErrors } from '../../../core/errors/index.js';

export const passwordErrors = defineErrors('PASSWORD', {
  COMMON: {
    category: 'invalid',
    'zh-CN': '该密码过于常见，请换一个',
    en: 'This password is too common: choose another',
  },
  IS_CONTACT: {
    category: 'invalid',
    'zh-CN': '密码不能与手机号或邮箱相同',
    en: 'The password must not be your phone number or mail address',
  },
});
