import { defineErrors } from '../../../core/errors/index.js';

export const jobFairErrors = defineErrors('JOB_FAIR', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '招聘会当前状态（{state}）不能执行此操作',
    en: 'A job fair that is {state} does not allow this',
    words: {
      'zh-CN': { DRAFT: '草稿', PUBLISHED: '已发布', CANCELLED: '已取消', ENDED: '已结束' },
      en: { DRAFT: 'a draft', PUBLISHED: 'published', CANCELLED: 'cancelled', ENDED: 'over' },
    },
  },
  CHANGED_MEANWHILE: {
    category: 'conflict',
    'zh-CN': '招聘会已被他人修改，请刷新后重试',
    en: 'Somebody else has changed the job fair: load it again',
  },
  TIMES_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '时间顺序有误：报名截止不晚于开始，开始早于结束',
    en: 'Registration closes at or before the start, and the start is before the end',
  },
  IN_PAST: {
    category: 'invalid',
    'zh-CN': '报名截止时间已过，请先修改时间',
    en: 'Registration would have closed already: change the times first',
  },
  ADMISSION_FIXED: {
    category: 'forbidden_state',
    'zh-CN': '发布后不能再改变参展范围',
    en: 'Who is admitted cannot change after publication',
  },
  SEATS_TAKEN: {
    category: 'conflict',
    'zh-CN': '已有 {taken} 家单位报名，展位数不能更少',
    en: '{taken} organisations are registered: there cannot be fewer seats',
  },
});
