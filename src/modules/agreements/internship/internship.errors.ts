import { defineErrors } from '../../../core/errors/index.js';

/** One for each finding of `internship.rules.ts`. */
export const internshipErrors = defineErrors('INTERNSHIP', {
  TERMS_MISSING: {
    category: 'invalid',
    'zh-CN': '实习协议须写明实习岗位、报酬、工时和指导教师',
    en: 'An internship agreement says which post it is, the pay, the hours and who guides the student',
  },
  NOT_OF_THIS_KIND: {
    category: 'invalid',
    'zh-CN': '这类协议没有实习约定',
    en: 'This kind of agreement has no internship terms',
  },
  NO_STUDENT: {
    category: 'forbidden_state',
    'zh-CN': '该学生在签约学校没有已确认的在校身份',
    en: 'The student has no confirmed place at the college that signs',
  },
  FIRST_YEAR: {
    category: 'forbidden_state',
    'zh-CN': '不得安排一年级在校学生岗位实习：最早第 {limit} 学年',
    en: 'Nobody in the first year goes on an internship: from year {limit} of the studies on',
  },
  AGE_UNKNOWN: {
    category: 'forbidden_state',
    'zh-CN': '学生未填写出生日期，无法确认已满 {limit} 周岁',
    en: 'The student has given no date of birth, so that nobody knows whether he is {limit}',
  },
  TOO_YOUNG: {
    category: 'forbidden_state',
    'zh-CN': '实习开始时学生须年满 {limit} 周岁',
    en: 'The student must be {limit} when the internship begins',
  },
  INTERMEDIARY: {
    category: 'forbidden_state',
    'zh-CN': '不得由人力资源服务机构等中介组织学生实习',
    en: 'Internships are not arranged by agencies or other intermediaries',
  },
  HOURS_PER_DAY: {
    category: 'invalid',
    'zh-CN': '每日实习不得超过 {limit} 小时（现为 {found}）',
    en: 'At most {limit} hours a day (now {found})',
  },
  HOURS_PER_WEEK: {
    category: 'invalid',
    'zh-CN': '每周实习不得超过 {limit} 小时（现为 {found}）',
    en: 'At most {limit} hours a week (now {found})',
  },
  NIGHT_WORK: {
    category: 'invalid',
    'zh-CN': '不得安排学生上夜班',
    en: 'Students do no night work',
  },
  PAY_TOO_LOW: {
    category: 'invalid',
    'zh-CN': '实习报酬每月不得低于 {limit} 元（同岗位工资或其最低档的规定比例，现为 {found} 元）',
    en: 'At least {limit} yuan a month, the share of the wage of the same post or of its lowest grade (now {found})',
  },
  BELOW_MINIMUM_WAGE: {
    category: 'invalid',
    'zh-CN': '折合每小时 {found} 元，低于当地小时最低工资 {limit} 元',
    en: '{found} yuan an hour is below the local minimum of {limit}',
  },
  TOO_MANY_AT_HOST: {
    category: 'forbidden_state',
    'zh-CN': '同期实习生 {found} 人，超过该单位可接收的 {limit} 人',
    en: '{found} interns at the same time; the host may take {limit}',
  },
  TOO_MANY_IN_POST: {
    category: 'forbidden_state',
    'zh-CN': '该岗位同期实习生 {found} 人，超过可接收的 {limit} 人',
    en: '{found} interns in that post at the same time; there may be {limit}',
  },
  TOO_LATE: {
    category: 'forbidden_state',
    'zh-CN': '三方须在实习开始之日前全部签署，请修改起始日期后再签',
    en: 'All sign before the first day; change the first day and put the text forward again',
  },
});
