import { defineErrors } from '../../../core/errors/index.js';

export const memberErrors = defineErrors('MEMBER', {
  LAST_ADMINISTRATOR: {
    category: 'forbidden_state',
    'zh-CN': '单位必须至少保留一名管理员，请先将另一名成员设为管理员',
    en: 'An organisation keeps at least one administrator: make another member one first',
  },
  ALREADY_MEMBER: {
    category: 'conflict',
    'zh-CN': '您已是该单位的成员',
    en: 'You are a member of this organisation already',
  },
});
