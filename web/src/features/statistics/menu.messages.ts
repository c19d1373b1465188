import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const statisticsMenuMessages = defineMessages('statistics-menu', {
  'zh-CN': { statistics: '统计' },
  en: { statistics: 'Statistics' },
});
