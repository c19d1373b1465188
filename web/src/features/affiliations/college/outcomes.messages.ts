import { defineMessages } from '@/shared/i18n/messages';

export const outcomesMessages = defineMessages('student-outcomes', {
  'zh-CN': {
    caption: '就业去向（通过本平台，仅统计已确认的学生）',
    outcome: '就业去向',
    stage_HIRED: '已录用',
    stage_OFFERED: '待答复录用',
    stage_APPLYING: '求职中',
    stage_NONE: '暂无申请',
    started: '已入职',
    employer: '录用单位',
    posting: '岗位',
    acceptedAt: '接受录用',
    startedOn: '入职日期',
  },
  en: {
    caption: 'Outcomes through this platform, of confirmed students',
    outcome: 'Outcome',
    stage_HIRED: 'Hired',
    stage_OFFERED: 'Holding an offer',
    stage_APPLYING: 'Applying',
    stage_NONE: 'Not applying',
    started: 'Started work',
    employer: 'Employer',
    posting: 'Posting',
    acceptedAt: 'Offer accepted',
    startedOn: 'First day at work',
  },
});
