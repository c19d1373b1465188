import { defineMessages } from '../i18n/messages';

export const headMessages = defineMessages('head', {
  'zh-CN': { portal: '工桥' },
  en: { portal: 'Gongqiao' },
});
