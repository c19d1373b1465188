import { defineMessages } from '@/shared/i18n/messages';

export const employerMenuMessages = defineMessages('employer-applications-menu', {
  'zh-CN': { interviews: '面试' },
  en: { interviews: 'Interviews' },
});
