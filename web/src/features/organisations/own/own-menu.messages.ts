import { defineMessages } from '@/shared/i18n/messages';

export const ownMenuMessages = defineMessages('organisations-own-menu', {
  'zh-CN': {
    mine: '我的单位',
    overview: '概览',
    profile: '单位资料',
    verification: '单位核验',
    team: '成员',
    apiKeys: '接口密钥',
  },
  en: {
    mine: 'My organisations',
    overview: 'Overview',
    profile: 'Particulars',
    verification: 'Verification',
    team: 'Team',
    apiKeys: 'API keys',
  },
});
