import { defineErrors } from '../../core/errors/index.js';

/** A code that no table knows is refused by name; it is never read as "nothing found". */
export const referenceErrors = defineErrors('REFERENCE', {
  UNKNOWN_REGION: {
    category: 'invalid',
    'zh-CN': '行政区划代码不存在',
    en: 'There is no region with this code',
  },
  UNKNOWN_OCCUPATION: {
    category: 'invalid',
    'zh-CN': '职业代码不存在',
    en: 'There is no occupation with this code',
  },
  UNKNOWN_INDUSTRY: {
    category: 'invalid',
    'zh-CN': '行业代码不存在',
    en: 'There is no industry with this code',
  },
  UNKNOWN_MAJOR: {
    category: 'invalid',
    'zh-CN': '专业代码不存在',
    en: 'There is no major with this code',
  },
  UNKNOWN_MAJOR_CLASS: {
    category: 'invalid',
    'zh-CN': '专业类代码不存在',
    en: 'There is no class of majors with this code',
  },
  UNKNOWN_COLLEGE: {
    category: 'invalid',
    'zh-CN': '院校代码不存在',
    en: 'There is no college with this code',
  },
  UNKNOWN_EDUCATION_LEVEL: {
    category: 'invalid',
    'zh-CN': '学历代码不存在',
    en: 'There is no education level with this code',
  },
  UNKNOWN_SKILL_LEVEL: {
    category: 'invalid',
    'zh-CN': '职业技能等级代码不存在',
    en: 'There is no skill level with this code',
  },
  NOT_LOADED: {
    category: 'dependency',
    'zh-CN': '基础代码尚未载入，请稍后再试',
    en: 'The code tables are not loaded yet; try again soon',
  },
});
