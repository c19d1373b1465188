import { defineMessages } from '@/shared/i18n/messages';

export const consentMessages = defineMessages('identity-consent', {
  'zh-CN': {
    title: '隐私声明已更新',
    lead: '请阅读第 {version} 版隐私声明（自{day}起施行）。同意后可继续办理；不同意时，您仍可下载数据或注销账号。',
    agree: '同意并继续',
    account: '下载数据或注销账号',
  },
  en: {
    title: 'The privacy notice has changed',
    lead: 'Please read edition {version}, in force since {day}. Go on after agreeing to it; without agreeing you can still download your data or close your account.',
    agree: 'Agree and go on',
    account: 'Download my data or close my account',
  },
});
