import { defineErrors } from '../../../core/errors/index.js';

export const verificationErrors = defineErrors('VERIFICATION', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '核验申请的当前状态不允许此操作',
    en: 'The state of this verification does not allow that',
  },
  OPEN_EXISTS: {
    category: 'conflict',
    'zh-CN': '该单位已有一项核验申请正在处理',
    en: 'A verification of this organisation is under way already',
  },
  OVERTAKEN: {
    category: 'forbidden_state',
    'zh-CN': '已有更新的核验申请，不能再对此决定提出申诉',
    en: 'A newer verification has taken the place of this one',
  },
  ORGANISATION_SUSPENDED: {
    category: 'forbidden_state',
    'zh-CN': '该单位已被暂停，恢复后才能核验',
    en: 'This organisation is suspended and cannot be verified until it is reinstated',
  },
  EVIDENCE_MISSING: {
    category: 'invalid',
    'zh-CN': '缺少证明材料（提交其一即可）：{evidence}',
    en: 'Evidence is missing, one of: {evidence}',
    words: {
      'zh-CN': {
        APPROVAL_DOCUMENT: '批准设立文件',
        BUSINESS_LICENCE: '营业执照',
        HANDLER_IDENTITY: '经办人身份证明',
        HR_SERVICE_LICENCE: '人力资源服务许可证',
        POWER_OF_ATTORNEY: '授权委托书',
        SCHOOL_RUNNING_LICENCE: '办学许可证',
        SERVICE_CHARGES: '服务收费标准',
      },
      en: {
        APPROVAL_DOCUMENT: 'approval document',
        BUSINESS_LICENCE: 'business licence',
        HANDLER_IDENTITY: 'identity of the person acting',
        HR_SERVICE_LICENCE: 'human resources service licence',
        POWER_OF_ATTORNEY: 'power of attorney',
        SCHOOL_RUNNING_LICENCE: 'school running licence',
        SERVICE_CHARGES: 'list of service charges',
      },
    },
  },
  EVIDENCE_NOT_ASKED_FOR: {
    category: 'invalid',
    'zh-CN': '该类型的单位无需提交此类材料',
    en: 'This kind of evidence is not asked for here',
  },
  FILE_REPEATED: {
    category: 'invalid',
    'zh-CN': '同一文件不能重复提交',
    en: 'The same file stands in the list twice',
  },
  CLAIMED_BY_ANOTHER: {
    category: 'conflict',
    'zh-CN': '该核验申请已由其他经办人受理',
    en: 'Another officer has taken this verification on',
  },
  SAME_OFFICER: {
    category: 'forbidden_state',
    'zh-CN': '申诉须由作出原决定以外的经办人处理',
    en: 'An appeal is decided by another officer than the one who refused',
  },
  VALIDITY_TOO_LONG: {
    category: 'invalid',
    'zh-CN': '核验有效期最长至 {latest}（不超过六个月）',
    en: 'A verification holds for six months at most: until {latest}',
  },
  VALIDITY_PAST: {
    category: 'invalid',
    'zh-CN': '核验有效期不能早于今天',
    en: 'A verification cannot end before today',
  },
  APPEAL_TOO_LATE: {
    category: 'forbidden_state',
    'zh-CN': '申诉期限已过（决定作出后 {days} 日内）',
    en: 'The time to appeal is over: {days} days after the decision',
  },
});
