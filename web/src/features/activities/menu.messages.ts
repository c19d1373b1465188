import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const activitiesMenuMessages = defineMessages('activities-menu', {
  'zh-CN': { fairs: '招聘会' },
  en: { fairs: 'Job fairs' },
});
