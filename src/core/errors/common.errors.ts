import { defineErrors } from './define-errors.js';

/** Refusals every module may need, so that each is worded once. */
export const inputErrors = defineErrors('INPUT', {
  REQUIRED: { category: 'invalid', 'zh-CN': '请填写此项', en: 'This is required' },
  TOO_LONG: {
    category: 'invalid',
    'zh-CN': '内容过长，最多 {max} 个字符',
    en: 'Too long: at most {max} characters',
  },
  TOO_SHORT: {
    category: 'invalid',
    'zh-CN': '内容过短，至少 {min} 个字符',
    en: 'Too short: at least {min} characters',
  },
  OUT_OF_RANGE: {
    category: 'invalid',
    'zh-CN': '须在 {min} 到 {max} 之间',
    en: 'Must be between {min} and {max}',
  },
  MALFORMED: { category: 'invalid', 'zh-CN': '格式不正确', en: 'This is not well formed' },
  TOO_MANY: {
    category: 'limit',
    'zh-CN': '最多 {max} 项',
    en: 'At most {max} entries',
  },
  CONTROL_CHARACTERS: {
    category: 'invalid',
    'zh-CN': '内容含有不可见的控制字符',
    en: 'The text contains control characters',
  },
});

export const requestErrors = defineErrors('REQUEST', {
  NOT_FOUND: {
    category: 'not_found',
    'zh-CN': '未找到该记录',
    en: 'There is no such record',
  },
  STALE: {
    category: 'conflict',
    'zh-CN': '该记录已被他人修改，请刷新后重试',
    en: 'Someone else has changed this record; reload and try again',
  },
  RATE_LIMITED: {
    category: 'limit',
    'zh-CN': '操作过于频繁，请在 {seconds} 秒后再试',
    en: 'Too many attempts; try again in {seconds} seconds',
  },
  UNAVAILABLE: {
    category: 'dependency',
    'zh-CN': '服务暂时不可用，请稍后再试',
    en: 'The service is briefly unavailable; try again soon',
  },
  CONSENT_REQUIRED: {
    category: 'forbidden_state',
    'zh-CN': '隐私声明已更新，请先阅读并同意后再操作',
    en: 'The privacy notice has a newer edition: agree to it before you go on',
  },
  IDEMPOTENCY_KEY_REUSED: {
    category: 'conflict',
    'zh-CN': '该幂等键已用于另一项请求',
    en: 'This idempotency key was used with another input',
  },
});
