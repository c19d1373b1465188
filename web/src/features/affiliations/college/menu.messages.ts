import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const collegeMenuMessages = defineMessages('college-menu', {
  'zh-CN': { students: '学生' },
  en: { students: 'Students' },
});
