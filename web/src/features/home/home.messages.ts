import { defineMessages } from '@/shared/i18n/messages';

export const homeMessages = defineMessages('home', {
  'zh-CN': { menu: '首页', title: '找到合适的工作' },
  en: { menu: 'Home', title: 'Find work that fits' },
});
