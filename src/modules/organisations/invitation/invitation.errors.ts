import { defineErrors } from '../../../core/errors/index.js';

export const invitationErrors = defineErrors('INVITATION', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '该邀请已被处理或撤回',
    en: 'This invitation has been answered or taken back',
  },
  EXPIRED: {
    category: 'forbidden_state',
    'zh-CN': '该邀请已过期，请联系单位管理员重新邀请',
    en: 'This invitation has expired: ask the organisation for a new one',
  },
  ADMINISTRATOR_ACTIVE: {
    category: 'forbidden_state',
    'zh-CN': '该单位仍有可用的管理员，应由其发出邀请',
    en: 'This organisation has an administrator who can sign in: it is for him to invite',
  },
  PENDING_EXISTS: {
    category: 'conflict',
    'zh-CN': '已向该联系方式发出邀请，尚未答复',
    en: 'An invitation to this contact is waiting for an answer already',
  },
});
