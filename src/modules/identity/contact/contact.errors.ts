import { defineErrors } from '../../../core/errors/index.js';

export const contactErrors = defineErrors('CONTACT', {
  MALFORMED: {
    category: 'invalid',
    'zh-CN': '请填写有效的手机号（中国大陆）或电子邮箱',
    en: 'Give a mobile number of mainland China or a mail address',
  },
  TAKEN: {
    category: 'conflict',
    'zh-CN': '该手机号或邮箱已有账号，请直接登录',
    en: 'There is already an account with this phone number or mail address: sign in instead',
  },
  UNCHANGED: {
    category: 'conflict',
    'zh-CN': '这已经是您当前的联系方式',
    en: 'This is your contact already',
  },
  UNREACHABLE: {
    category: 'dependency',
    'zh-CN': '本平台暂不能向该类联系方式发送验证码，请换用另一种',
    en: 'This platform cannot send codes to this kind of contact: use the other kind',
  },
  MISSING: {
    category: 'forbidden_state',
    'zh-CN': '您的账号没有这种联系方式',
    en: 'Your account has no such contact',
  },
});
