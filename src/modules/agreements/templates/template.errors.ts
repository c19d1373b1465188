import { defineErrors } from '../../../core/errors/index.js';

export const templateErrors = defineErrors('AGREEMENT_TEMPLATE', {
  ARCHIVED: {
    category: 'forbidden_state',
    'zh-CN': '该模板已归档，不能再修改或使用',
    en: 'The template is archived: it can be neither changed nor used',
  },
  GAP_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '第 {clause} 条中有未定义的填空，请先添加该填空项或更正名称',
    en: 'Clause {clause} has a gap that is not described: describe it or correct its name',
  },
  GAP_BROKEN: {
    category: 'invalid',
    'zh-CN': '第 {clause} 条中填空的括号不完整，名称前后各需两个花括号',
    en: 'Clause {clause} has broken brackets: a gap is a name between two pairs of braces',
  },
  TITLE_GAP: {
    category: 'invalid',
    'zh-CN': '标题中的填空未定义或括号不完整',
    en: 'The title has a gap that is not described, or broken brackets',
  },
  VARIABLE_NAME: {
    category: 'invalid',
    'zh-CN': '填空项名称重复，或不能使用：以文字开头，不含空格和标点，不与系统填空重名',
    en: 'The name is used twice or cannot be used: it begins with a letter, has no spaces or signs, and is none of the built-in ones',
  },
  VALUE_MISSING: {
    category: 'invalid',
    'zh-CN': '请填写此项',
    en: 'This is needed',
  },
  VALUE_WRONG: {
    category: 'invalid',
    'zh-CN': '请填写{kind}',
    en: 'Enter {kind}',
    words: {
      'zh-CN': {
        TEXT: '文字，不超过规定长度',
        NUMBER: '数字',
        DATE: '日期，如 2026-09-01',
        MONEY: '金额（元），最多两位小数',
      },
      en: {
        TEXT: 'text that is not too long',
        NUMBER: 'a number',
        DATE: 'a date such as 2026-09-01',
        MONEY: 'an amount in yuan with at most two decimals',
      },
    },
  },
});
