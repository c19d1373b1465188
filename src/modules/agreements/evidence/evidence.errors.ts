import { defineErrors } from '../../../core/errors/index.js';

export const evidenceErrors = defineErrors('AGREEMENT_EVIDENCE', {
  UNPRINTABLE: {
    category: 'invalid',
    'zh-CN': '协议文件无法显示以下字符，请改用规范汉字：{characters}（{places}）',
    en: 'The document cannot show these characters, use others: {characters} ({places})',
  },
});
