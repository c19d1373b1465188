import { defineMessages } from '@/shared/i18n/messages';

export const targetMessages = defineMessages('notifications-target', {
  'zh-CN': {
    title: '正在打开',
    gone: '相关记录已不存在，或您已无权查看。',
    back: '返回通知',
  },
  en: {
    title: 'Opening',
    gone: 'The record is gone, or no longer yours to see.',
    back: 'Back to the notifications',
  },
});
