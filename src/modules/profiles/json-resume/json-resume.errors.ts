import { defineErrors } from '../../../core/errors/index.js';

export const jsonResumeErrors = defineErrors('JSON_RESUME', {
  NOT_JSON: {
    category: 'invalid',
    'zh-CN': '内容不是有效的 JSON',
    en: 'This is no valid JSON',
  },
  INVALID: {
    category: 'invalid',
    'zh-CN': '不符合 JSON Resume 1.0.0：{path}',
    en: 'This is no JSON Resume 1.0.0, see {path}',
  },
  NAMELESS: {
    category: 'invalid',
    'zh-CN': '简历中没有姓名（basics.name），请先创建简历',
    en: 'The document has no name (basics.name): create your profile first',
  },
});
