import { defineErrors } from '../../../core/errors/index.js';

export const allocationRunErrors = defineErrors('ALLOCATION_RUN', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '该分配当前状态（{state}）不能执行此操作',
    en: 'An allocation that is {state} does not allow this',
    words: {
      'zh-CN': {
        DRAFT: '草稿',
        RUNNING: '计算中',
        PREVIEWED: '待确认',
        COMMITTED: '已生效',
        DISCARDED: '已放弃',
        UNDONE: '已撤销',
      },
      en: {
        DRAFT: 'a draft',
        RUNNING: 'running',
        PREVIEWED: 'previewed',
        COMMITTED: 'committed',
        DISCARDED: 'discarded',
        UNDONE: 'undone',
      },
    },
  },
  POSTING_NOT_OPEN: {
    category: 'invalid',
    'zh-CN': '所选岗位须在招且工作地在本局辖区内',
    en: 'Chosen postings must be open and lie in the region of the bureau',
  },
  PERSON_NOT_FINDABLE: {
    category: 'invalid',
    'zh-CN': '没有此人，或此人未公开求职意向',
    en: 'There is no such person, or the person is not to be found',
  },
  ONE_QUOTA: {
    category: 'invalid',
    'zh-CN': '院校上限与地区上限只能设置一个',
    en: 'Set either the maximum of a college or that of a region',
  },
  NOTHING_TO_FILL: {
    category: 'forbidden_state',
    'zh-CN': '没有空余名额，或没有尚未分到名额的人',
    en: 'There is no free seat, or nobody without a seat',
  },
  FOLLOW_UP_UNDER_WAY: {
    category: 'conflict',
    'zh-CN': '已有一次补位分配尚未完成',
    en: 'A run that fills its free seats is under way already',
  },
  NOT_STALLED: {
    category: 'forbidden_state',
    'zh-CN': '计算仍在进行，无需重新开始',
    en: 'It is still being worked out',
  },
  COLLEGE_EXPECTED: {
    category: 'invalid',
    'zh-CN': '请选择院校',
    en: 'This must be a college',
  },
});
