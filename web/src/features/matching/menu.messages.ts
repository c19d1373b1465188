import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const matchingMenuMessages = defineMessages('matching-menu', {
  'zh-CN': { recommendations: '推荐岗位', allocations: '整场分配' },
  en: { recommendations: 'Recommendations', allocations: 'Allocations' },
});
