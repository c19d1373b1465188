import { defineMessages } from '@/shared/i18n/messages';

export const identityMessages = defineMessages('identity', {
  'zh-CN': { signOut: '退出登录' },
  en: { signOut: 'Sign out' },
});
