import { defineMessages } from '@/shared/i18n/messages';

/** Texts of the frame; those of the pages stand beside the pages. */
export const notificationsMessages = defineMessages('notifications', {
  'zh-CN': {
    menu: '通知',
    bell: '通知',
    bellUnread: '通知，{count} 条未读',
    arrived: '新通知：{title}',
  },
  en: {
    menu: 'Notifications',
    bell: 'Notifications',
    bellUnread: {
      one: 'Notifications, {count} unread',
      other: 'Notifications, {count} unread',
    },
    arrived: 'New notification: {title}',
  },
});
