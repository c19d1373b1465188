import { defineMessages } from '@/shared/i18n/messages';

export const privacyNoticeMessages = defineMessages('identity-privacy-notice', {
  'zh-CN': {
    title: '隐私声明',
    edition: '第 {version} 版，自{day}起施行',
    yourData: '登录后可在“账号与隐私”中下载您的数据或注销账号。',
    toAccount: '前往账号与隐私',
  },
  en: {
    title: 'Privacy notice',
    edition: 'Edition {version}, in force since {day}',
    yourData: 'Signed in, you can download your data or close your account any time.',
    toAccount: 'Go to account and privacy',
  },
});
