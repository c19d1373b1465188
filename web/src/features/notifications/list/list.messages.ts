import { defineMessages } from '@/shared/i18n/messages';

export const listMessages = defineMessages('notifications-list', {
  'zh-CN': {
    title: '通知',
    show: '显示',
    all: '全部',
    unread: '未读',
    settings: '通知设置',
    markAll: '全部标为已读',
    markRead: '标为已读',
    markReadNamed: '标为已读：{title}',
    isUnread: '未读',
    empty: '还没有通知',
    emptyText: '申请进展、面试、录用和审核结果会出现在这里。',
    emptyUnread: '没有未读通知',
  },
  en: {
    title: 'Notifications',
    show: 'Show',
    all: 'All',
    unread: 'Unread',
    settings: 'Settings',
    markAll: 'Mark all as read',
    markRead: 'Mark as read',
    markReadNamed: 'Mark as read: {title}',
    isUnread: 'Unread',
    empty: 'No notifications yet',
    emptyText: 'News about applications, interviews, offers and reviews appears here.',
    emptyUnread: 'Nothing unread',
  },
});
