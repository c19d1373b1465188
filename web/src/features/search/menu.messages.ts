import { defineMessages } from '@/shared/i18n/messages';

export const menuMessages = defineMessages('search-menu', {
  'zh-CN': { jobs: '找工作', bookmarks: '我的收藏', candidates: '找人才' },
  en: { jobs: 'Find work', bookmarks: 'My bookmarks', candidates: 'Find candidates' },
});
