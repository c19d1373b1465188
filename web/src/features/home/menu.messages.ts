import { defineMessages } from '@/shared/i18n/messages';

export const menuMessages = defineMessages('home-menu', {
  'zh-CN': { home: '首页' },
  en: { home: 'Home' },
});
