import { defineMessages } from '@/shared/i18n/messages';

export const searchMessages = defineMessages('search', {
  'zh-CN': {
    menuJobs: '找工作',
    menuBookmarks: '我的收藏',
    particulars: '岗位要点',
    benefits: '福利待遇',
    bookmark: '收藏',
    bookmarked: '已收藏',
    bookmarkOf: '收藏「{title}」',
    bookmarkFailed: '收藏没有保存，请稍后重试。',
  },
  en: {
    menuJobs: 'Find work',
    menuBookmarks: 'My bookmarks',
    particulars: 'Particulars',
    benefits: 'Benefits',
    bookmark: 'Bookmark',
    bookmarked: 'Bookmarked',
    bookmarkOf: 'Bookmark “{title}”',
    bookmarkFailed: 'The bookmark was not saved. Please try again later.',
  },
});
