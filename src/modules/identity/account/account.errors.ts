import { defineErrors } from '../../../core/errors/index.js';

export const accountErrors = defineErrors('ACCOUNT', {
  TOO_YOUNG: {
    category: 'invalid',
    'zh-CN': '未满 {years} 周岁者不能注册',
    en: 'Registration is open from the age of {years}',
  },
  CONSENT_OUTDATED: {
    category: 'conflict',
    'zh-CN': '隐私声明已更新，请阅读并同意最新版本',
    en: 'The privacy notice has a newer edition: read it and agree to that one',
  },
  DISABLED: {
    category: 'forbidden_state',
    'zh-CN': '该账号已被停用，请联系平台管理员',
    en: 'This account is disabled: ask an administrator of the platform',
  },
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '账号当前状态不允许此操作',
    en: 'The account is not in a state that allows this',
  },
  IS_OWN: {
    category: 'forbidden_state',
    'zh-CN': '不能停用自己的账号',
    en: 'You cannot disable your own account',
  },
  LAST_ADMINISTRATOR: {
    category: 'forbidden_state',
    'zh-CN': '平台至少需要一名管理员',
    en: 'The platform needs at least one administrator',
  },
});
