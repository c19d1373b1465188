import { defineMessages } from '@/shared/i18n/messages';

/** Texts of the frame; those of the pages stand beside the pages. */
export const identityMessages = defineMessages('identity', {
  'zh-CN': { signOut: '退出登录', account: '账号与隐私' },
  en: { signOut: 'Sign out', account: 'Account and privacy' },
});
