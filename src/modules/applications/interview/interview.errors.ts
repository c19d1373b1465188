import { defineErrors } from '../../../core/errors/index.js';

export const interviewErrors = defineErrors('INTERVIEW', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '面试当前状态（{state}）不能执行此操作',
    en: 'An interview that is {state} does not allow this',
    words: {
      'zh-CN': {
        PROPOSED: '待确认',
        CONFIRMED: '已确认',
        DECLINED: '已谢绝',
        CANCELLED: '已取消',
        HELD: '已进行',
        NO_SHOW: '未到场',
      },
      en: {
        PROPOSED: 'proposed',
        CONFIRMED: 'confirmed',
        DECLINED: 'declined',
        CANCELLED: 'cancelled',
        HELD: 'held',
        NO_SHOW: 'missed',
      },
    },
  },
  OVERLAPS: {
    category: 'conflict',
    'zh-CN': '该时间与已确认的另一场面试冲突',
    en: 'The time overlaps another confirmed interview',
  },
  IN_PAST: {
    category: 'invalid',
    'zh-CN': '面试时间须晚于现在',
    en: 'An interview must lie ahead',
  },
  TIMES_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '结束时间须晚于开始时间，且不超过 12 小时',
    en: 'It must end after it begins, within 12 hours',
  },
  NOT_OVER: {
    category: 'forbidden_state',
    'zh-CN': '面试尚未开始',
    en: 'The interview has not begun yet',
  },
  OWN_PROPOSAL: {
    category: 'forbidden_state',
    'zh-CN': '请等待对方确认',
    en: 'The other side has to confirm what you proposed',
  },
});
