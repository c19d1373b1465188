import { defineErrors } from '../../../core/errors/index.js';

/** What an allocation refuses to work with: nothing is guessed where the input contradicts itself. */
export const allocationErrors = defineErrors('ALLOCATION', {
  SEED_MISSING: {
    category: 'invalid',
    'zh-CN': '请填写抽签种子',
    en: 'A lottery seed is needed',
  },
  DUPLICATE_PERSON: {
    category: 'invalid',
    'zh-CN': '同一人员出现了两次',
    en: 'A person is named twice',
  },
  DUPLICATE_POSTING: {
    category: 'invalid',
    'zh-CN': '同一岗位出现了两次',
    en: 'A posting is named twice',
  },
  SEATS_INVALID: {
    category: 'invalid',
    'zh-CN': '名额须为 0 到 1000000 的整数',
    en: 'Seats must be a whole number from 0 to 1,000,000',
  },
  QUOTA_INVALID: {
    category: 'invalid',
    'zh-CN': '配额须为 0 到 1000000 的整数',
    en: 'A quota must be a whole number from 0 to 1,000,000',
  },
  QUOTAS_CONTRADICT: {
    category: 'invalid',
    'zh-CN': '同一岗位对同一群体设了两个配额',
    en: 'A posting has two quotas for the same group',
  },
  PRIORITY_INVALID: {
    category: 'invalid',
    'zh-CN': '优先级须为有限数',
    en: 'A priority must be a finite number',
  },
  WEIGHT_INVALID: {
    category: 'invalid',
    'zh-CN': '匹配权重须在 0 到 10000 之间',
    en: 'A weight must be between 0 and 10,000',
  },
});
