import { defineErrors } from '../../../core/errors/index.js';

export const profileErrors = defineErrors('PROFILE', {
  EXISTS: {
    category: 'conflict',
    'zh-CN': '您已有一份简历，请直接修改',
    en: 'You have a profile already: edit that one',
  },
  MISSING: {
    category: 'forbidden_state',
    'zh-CN': '请先创建简历',
    en: 'Create your profile first',
  },
  DATES_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '结束日期早于开始日期',
    en: 'The end lies before the beginning',
  },
  PAY_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '最高薪资低于最低薪资',
    en: 'The highest pay lies below the lowest',
  },
  PAY_IMPLAUSIBLE: {
    category: 'invalid',
    'zh-CN': '薪资须大于 0 且不超过 1 亿元',
    en: 'Pay must be above 0 and at most 100 million yuan',
  },
  DUPLICATE_SKILL: {
    category: 'invalid',
    'zh-CN': '该技能重复填写',
    en: 'This skill is in the list already',
  },
  INTENTION_EMPTY: {
    category: 'invalid',
    'zh-CN': '请填写职位名称或选择职业',
    en: 'Name the work or choose an occupation',
  },
  NOT_AN_EMPLOYER: {
    category: 'invalid',
    'zh-CN': '该单位不存在或不是用人单位',
    en: 'There is no such employer',
  },
});
