import { defineErrors } from '../../../core/errors/index.js';

export const jobPostingErrors = defineErrors('JOB_POSTING', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '岗位当前状态（{state}）不能执行此操作',
    en: 'A posting that is {state} does not allow this',
    words: {
      'zh-CN': {
        DRAFT: '草稿',
        IN_REVIEW: '审核中',
        SCHEDULED: '待定时发布',
        PUBLISHED: '招聘中',
        PAUSED: '已暂停',
        CLOSED: '已关闭',
      },
      en: {
        DRAFT: 'a draft',
        IN_REVIEW: 'in review',
        SCHEDULED: 'scheduled',
        PUBLISHED: 'published',
        PAUSED: 'paused',
        CLOSED: 'closed',
      },
    },
  },
  INCOMPLETE: {
    category: 'invalid',
    'zh-CN': '发布前请补全：{elements}',
    en: 'Complete before publishing: {elements}',
    words: {
      'zh-CN': {
        employer: '用人单位',
        title: '岗位名称',
        headcount: '招聘人数',
        engagementType: '用工形式',
        duties: '岗位职责',
        conditions: '招聘条件',
        workConditions: '工作条件',
        region: '工作地区',
        pay: '薪酬',
        validThrough: '有效期',
      },
      en: {
        employer: 'employer',
        title: 'title',
        headcount: 'headcount',
        engagementType: 'kind of engagement',
        duties: 'duties',
        conditions: 'conditions',
        workConditions: 'working conditions',
        region: 'place of work',
        pay: 'pay',
        validThrough: 'validity',
      },
    },
  },
  WORDING: {
    category: 'invalid',
    'zh-CN': '内容含有不得发布的表述（{rules}），请修改',
    en: 'The text says what must not be published ({rules}); please change it',
  },
  PAY_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '最低报酬不能高于最高报酬',
    en: 'The lowest pay must not exceed the highest',
  },
  VALIDITY_PAST: {
    category: 'invalid',
    'zh-CN': '有效期不能早于今天',
    en: 'The validity must not end before today',
  },
  VALIDITY_TOO_LONG: {
    category: 'invalid',
    'zh-CN': '有效期最长 {days} 天',
    en: 'The validity is at most {days} days',
  },
  START_PAST: {
    category: 'invalid',
    'zh-CN': '到岗时间不能早于今天',
    en: 'The work must not begin before today',
  },
  START_TOO_FAR: {
    category: 'invalid',
    'zh-CN': '到岗时间最远为 {days} 天后',
    en: 'The work begins at most {days} days ahead',
  },
  PUBLISH_AT_PAST: {
    category: 'invalid',
    'zh-CN': '定时发布时间须晚于现在',
    en: 'The time of publication must lie ahead',
  },
  PUBLISH_AT_TOO_LATE: {
    category: 'invalid',
    'zh-CN': '定时发布时间不能晚于有效期',
    en: 'The time of publication must lie within the validity',
  },
  PAUSE_UNTIL: {
    category: 'invalid',
    'zh-CN': '恢复日期须晚于今天且不晚于有效期',
    en: 'The day of resuming must lie after today and within the validity',
  },
  OWN_ORGANISATION: {
    category: 'forbidden_state',
    'zh-CN': '不能审核或处理本单位的岗位',
    en: 'Nobody reviews the postings of an organisation of his own',
  },
  REVIEW_OVER: {
    category: 'conflict',
    'zh-CN': '该审核已结束，请刷新后查看',
    en: 'This review is over; reload to see how',
  },
  HEADCOUNT_BELOW_ACCEPTED: {
    category: 'conflict',
    'zh-CN': '招聘人数不能少于已接受录用的 {filled} 人',
    en: 'The headcount cannot be below the {filled} accepted offers',
  },
  NO_SEAT_LEFT: {
    category: 'conflict',
    'zh-CN': '该岗位名额已满',
    en: 'The last seat of this posting is taken',
  },
  ORGANISATION_NOT_VERIFIED: {
    category: 'forbidden_state',
    'zh-CN': '单位认证未通过或已过期，不能发布岗位',
    en: 'Only an organisation in good standing can publish',
  },
  DUPLICATE: {
    category: 'conflict',
    'zh-CN': '该单位已有相同的在招岗位（{title}）',
    en: 'The organisation already has the same posting open ({title})',
  },
  NOT_OPEN: {
    category: 'forbidden_state',
    'zh-CN': '该岗位已停止招聘',
    en: 'This posting is not open',
  },
  EXTERNAL: {
    category: 'forbidden_state',
    'zh-CN': '该岗位转自外部来源，须由用人单位认领并补全后方可申请',
    en: 'This posting comes from elsewhere; it opens when its employer has claimed and completed it',
  },
  NOT_EXTERNAL: {
    category: 'forbidden_state',
    'zh-CN': '只能认领外部来源的岗位',
    en: 'Only a posting from elsewhere can be claimed',
  },
  ALREADY_CLAIMED: {
    category: 'conflict',
    'zh-CN': '该岗位已被认领',
    en: 'This posting has been claimed already',
  },
  CLAIM_NAME_DIFFERS: {
    category: 'invalid',
    'zh-CN': '岗位的用人单位名称与贵单位不一致，不能认领',
    en: 'The posting names another employer than your organisation',
  },
  REQUIREMENT_DUPLICATE: {
    category: 'invalid',
    'zh-CN': '同一要求重复填写',
    en: 'The same requirement stands twice',
  },
  NO_SEAT_TAKEN: {
    category: 'conflict',
    'zh-CN': '该岗位没有已占用的名额',
    en: 'No seat of this posting is taken',
  },
  AUDIENCE_EMPTY: {
    category: 'invalid',
    'zh-CN': '请至少选择一所合作院校',
    en: 'Name at least one partner college',
  },
  AUDIENCE_UNTIL: {
    category: 'invalid',
    'zh-CN': '请填写合作院校优先的截止日期，且不早于今天',
    en: 'Partners first needs its last day, today or later',
  },
  ON_RECORD: {
    category: 'forbidden_state',
    'zh-CN': '该岗位曾提交审核或来自外部来源，须留存记录，不能删除',
    en: 'A posting that was handed in before, or taken over, stays on record and cannot be discarded',
  },
});
