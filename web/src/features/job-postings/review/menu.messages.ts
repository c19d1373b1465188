import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const reviewMenuMessages = defineMessages('review-menu', {
  'zh-CN': { reviews: '岗位审核', reports: '举报处理' },
  en: { reviews: 'Posting reviews', reports: 'Reports' },
});
