import { defineErrors } from '../../../core/errors/index.js';

export const apiKeyErrors = defineErrors('API_KEY', {
  SCOPE_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '本单位的密钥不能使用该权限',
    en: 'A key of this organisation cannot have that permission',
  },
  SCOPE_REPEATED: {
    category: 'invalid',
    'zh-CN': '同一权限不能重复填写',
    en: 'The same permission stands in the list twice',
  },
  EXPIRY_OUT_OF_RANGE: {
    category: 'invalid',
    'zh-CN': '密钥有效期须在明天至 {latest} 之间',
    en: 'A key ends between tomorrow and {latest}',
  },
  TOO_MANY: {
    category: 'limit',
    'zh-CN': '有效密钥最多 {max} 个，请先停用不再使用的密钥',
    en: 'At most {max} keys at a time: revoke those that are no longer used',
  },
  REVOKED: {
    category: 'forbidden_state',
    'zh-CN': '该密钥已停用',
    en: 'This key has been revoked already',
  },
});
