import { defineMessages } from '@/shared/i18n/messages';

export const ownMenuMessages = defineMessages('own-postings-menu', {
  'zh-CN': { postings: '岗位', import: '批量导入' },
  en: { postings: 'Postings', import: 'Import a table' },
});
