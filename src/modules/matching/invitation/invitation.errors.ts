import { defineErrors } from '../../../core/errors/index.js';

export const invitationErrors = defineErrors('INVITATION', {
  NOT_A_CANDIDATE: {
    category: 'not_found',
    'zh-CN': '此人已不在该岗位的推荐人选中，也不公开简历',
    en: 'The person is no longer among the candidates of this posting, and is not to be found by employers',
  },
  NOT_OPEN: {
    category: 'forbidden_state',
    'zh-CN': '该岗位现在不接受投递，不能邀请',
    en: 'The posting takes no applications now',
  },
  NOT_WANTED: {
    category: 'forbidden_state',
    'zh-CN': '此人不接受邀请',
    en: 'The person takes no invitations',
  },
  ALREADY_APPLIED: {
    category: 'conflict',
    'zh-CN': '此人已投递过该岗位',
    en: 'The person has applied for this posting',
  },
  DUPLICATE: {
    category: 'conflict',
    'zh-CN': '已邀请过此人投递该岗位',
    en: 'The person was invited to this posting already',
  },
  DAILY_LIMIT: {
    category: 'limit',
    'zh-CN': '本单位今天已发出 {count} 份邀请，请明天再邀请',
    en: 'Your organisation has sent {count} invitations today; please go on tomorrow',
  },
});
