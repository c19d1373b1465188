import { defineErrors } from '../../../core/errors/index.js';

export const applicationErrors = defineErrors('APPLICATION', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '申请当前状态（{state}）不能执行此操作',
    en: 'An application that is {state} does not allow this',
    words: {
      'zh-CN': {
        SUBMITTED: '已投递',
        VIEWED: '已查看',
        SHORTLISTED: '已入围',
        INTERVIEWING: '面试中',
        OFFERED: '已发录用',
        ACCEPTED: '已接受录用',
        ONBOARDED: '已入职',
        NOT_STARTED: '未到岗',
        CLOSED: '已结束',
      },
      en: {
        SUBMITTED: 'submitted',
        VIEWED: 'viewed',
        SHORTLISTED: 'shortlisted',
        INTERVIEWING: 'in interviews',
        OFFERED: 'offered',
        ACCEPTED: 'accepted',
        ONBOARDED: 'onboarded',
        NOT_STARTED: 'not started',
        CLOSED: 'closed',
      },
    },
  },
  DUPLICATE: {
    category: 'conflict',
    'zh-CN': '您已申请该岗位，请等待答复或先撤回',
    en: 'You have an open application to this posting; wait for the answer or withdraw it first',
  },
  OWN_POSTING: {
    category: 'invalid',
    'zh-CN': '不能申请本单位的岗位',
    en: 'You cannot apply to a posting of your own organisation',
  },
  NO_CONSENT: {
    category: 'invalid',
    'zh-CN': '请先同意将您的简历提供给该用人单位',
    en: 'Agree first that this employer receives your profile',
  },
  PROFILE_EMPTY: {
    category: 'invalid',
    'zh-CN': '请先填写姓名和至少一种联系方式',
    en: 'Give your name and at least one contact first',
  },
});
