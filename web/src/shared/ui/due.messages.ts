import { defineMessages } from '../i18n/messages';

export const dueMessages = defineMessages('due', {
  'zh-CN': {
    overdueToday: '已逾期',
    overdue: '已逾期 {count} 天',
    today: '今天到期',
    left: '还有 {count} 天',
    until: '{date}前办结',
  },
  en: {
    overdueToday: 'overdue',
    overdue: { one: '{count} day overdue', other: '{count} days overdue' },
    today: 'due today',
    left: { one: '{count} day left', other: '{count} days left' },
    until: 'due by {date}',
  },
});
