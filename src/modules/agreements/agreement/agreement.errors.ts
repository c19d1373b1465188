import { defineErrors } from '../../../core/errors/index.js';

export const agreementErrors = defineErrors('AGREEMENT', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '协议当前状态（{state}）不能执行此操作',
    en: 'An agreement that is {state} does not allow this',
    words: {
      'zh-CN': {
        DRAFT: '草稿',
        NEGOTIATING: '协商中',
        IN_REVIEW: '审核中',
        AWAITING_SIGNATURES: '待签署',
        PARTIALLY_SIGNED: '部分已签',
        SIGNED: '已签署待生效',
        EFFECTIVE: '生效中',
        EXPIRED: '已到期',
        TERMINATED: '已解除',
        CANCELLED: '已作废',
      },
      en: {
        DRAFT: 'a draft',
        NEGOTIATING: 'negotiated',
        IN_REVIEW: 'in review',
        AWAITING_SIGNATURES: 'awaiting signatures',
        PARTIALLY_SIGNED: 'signed by some parties',
        SIGNED: 'signed',
        EFFECTIVE: 'in force',
        EXPIRED: 'expired',
        TERMINATED: 'terminated',
        CANCELLED: 'cancelled',
      },
    },
  },
  PARTY_NOT_ELIGIBLE: {
    category: 'invalid',
    'zh-CN':
      '签约方与协议类型不符、尚未通过认证，或个人既不是签约学校的在册学生，也没有签约企业的录用通知',
    en: 'The parties do not fit the kind of agreement or are not in good standing, or a person is neither a confirmed student of the college nor has an offer of the enterprise',
  },
  KIND_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '没有这种协议类型',
    en: 'There is no such kind of agreement',
  },
  NO_PROMISED_STUDENTS: {
    category: 'invalid',
    'zh-CN': '该类协议不约定每年接收学生人数',
    en: 'This kind of agreement promises no number of students',
  },
  SUB_KIND_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '该类协议没有此子类',
    en: 'This kind of agreement has no such sub-kind',
  },
  CLAUSE_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '条款编号不属于本协议，或重复使用',
    en: 'The key of the clause is not of this agreement, or is used twice',
  },
  SIGNATURES_WOULD_RESET: {
    category: 'conflict',
    'zh-CN': '已有 {count} 方签署，修改文本将使签署作废；如确需修改，请确认后重试',
    en: '{count} have signed already; changing the text voids their signatures. Confirm it to go on',
  },
  NOT_YOUR_TURN: {
    category: 'forbidden_state',
    'zh-CN': '尚未轮到贵方签署，或签署期限已过',
    en: 'It is not your turn to sign, or the time for it is over',
  },
  DATES_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '终止日期不能早于生效日期',
    en: 'The agreement must not end before it begins',
  },
  ENDS_IN_PAST: {
    category: 'invalid',
    'zh-CN': '终止日期已过',
    en: 'The agreement would already have ended',
  },
  TEXT_CHANGED: {
    category: 'conflict',
    'zh-CN': '协议内容与您确认的不一致，请重新阅读后再签署',
    en: 'The text is not the one you confirmed; read it again before signing',
  },
  NOT_CONFIRMED: {
    category: 'invalid',
    'zh-CN': '请先确认已阅读并同意协议全文',
    en: 'Confirm first that you have read the agreement and agree to it',
  },
  ALREADY_SIGNED: {
    category: 'conflict',
    'zh-CN': '贵单位已签署该协议',
    en: 'Your organisation has signed this agreement already',
  },
  NOT_IN_FORCE: {
    category: 'forbidden_state',
    'zh-CN': '协议未生效或已终止',
    en: 'The agreement is not in force',
  },
  POSTING_NOT_YOURS: {
    category: 'not_found',
    'zh-CN': '未找到该岗位',
    en: 'There is no such posting',
  },
  SIGNING_SESSION_NEEDED: {
    category: 'invalid',
    'zh-CN': '请先打开协议全文，再进行签署',
    en: 'Open the text to be signed first',
  },
  SIGNING_SESSION_OVER: {
    category: 'conflict',
    'zh-CN': '本次签署已超时或已完成，请重新打开协议',
    en: 'What you opened to sign is over or used: open it again',
  },
  TURN_EXPIRED: {
    category: 'forbidden_state',
    'zh-CN': '签署期限已过，请联系起草方延长',
    en: 'The time to sign is over: ask the drafter to extend it',
  },
  SIGNATORY_LEFT: {
    category: 'forbidden_state',
    'zh-CN': '您已不再代表该单位，不能签署',
    en: 'You no longer speak for the organisation and cannot sign for it',
  },
  CODE_NEEDED: {
    category: 'invalid',
    'zh-CN': '请输入发送给您的签署验证码',
    en: 'Enter the code that was sent to you',
  },
  CODE_WRONG: {
    category: 'invalid',
    'zh-CN': '验证码不正确或已失效',
    en: 'The code is wrong or no longer valid',
  },
  CODE_TOO_SOON: {
    category: 'limit',
    'zh-CN': '验证码刚刚发送，请稍后再试',
    en: 'A code was sent just now: wait a minute',
  },
  CODE_UNREACHABLE: {
    category: 'dependency',
    'zh-CN': '您没有可接收验证码的手机号或邮箱',
    en: 'There is no phone or address of yours that a code can reach',
  },
  LINK_INVALID: {
    category: 'not_found',
    'zh-CN': '签署链接无效',
    en: 'The link is not valid',
  },
  LINK_EXPIRED: {
    category: 'forbidden_state',
    'zh-CN': '签署链接已过期',
    en: 'The link has expired',
  },
  LINK_REVOKED: {
    category: 'forbidden_state',
    'zh-CN': '签署链接已被撤回',
    en: 'The link was taken back',
  },
  LINK_USED: {
    category: 'conflict',
    'zh-CN': '签署链接已使用',
    en: 'The link was used already',
  },
  GUARDIAN_NEEDED: {
    category: 'forbidden_state',
    'zh-CN': '签约人未满{years}周岁或年龄未知，须由监护人一并签署',
    en: 'The person is under {years}, or of unknown age: a guardian must sign as well',
  },
  SIGNATORIES_INCOMPLETE: {
    category: 'invalid',
    'zh-CN': '签署人安排不完整或与签约方不符',
    en: 'The signatories are incomplete or do not fit the parties',
  },
  SIGNATORY_NOT_MEMBER: {
    category: 'invalid',
    'zh-CN': '签署人不是该单位成员',
    en: 'The signatory is no member of the organisation',
  },
  DELEGATION_DATES: {
    category: 'invalid',
    'zh-CN': '授权期限无效',
    en: 'The days of the power of attorney are not valid',
  },
  SIGNED_IN_PERSON: {
    category: 'forbidden_state',
    'zh-CN': '个人作为签约方须由本人签署，不能委托他人',
    en: 'A person who is a party signs in person and gives nobody a power of attorney',
  },
  ANNEX_TOO_LONG: {
    category: 'limit',
    'zh-CN': '附件不能超过{maxPages}页，请拆分后上传',
    en: 'An annex has at most {maxPages} pages: split it',
  },
  NOT_INDEPENDENT: {
    category: 'forbidden_state',
    'zh-CN': '监护人和受托人不能是其他签约方的人员，也不能是被监护的本人',
    en: 'A guardian or a delegate must not belong to another party, nor be who is guarded',
  },
  REVIEWED_BY_SAME: {
    category: 'forbidden_state',
    'zh-CN': '各级审核须由不同人员完成',
    en: 'Each step of the review is made by another person',
  },
  PARTY_UNAVAILABLE: {
    category: 'forbidden_state',
    'zh-CN': '有签约方的资格已中止或账号已注销，协议暂不能签署，请与起草方联系',
    en: 'A party is suspended or has closed its account: nothing can be signed for now. Ask the drafter',
  },
  NOT_DECIDING: {
    category: 'forbidden_state',
    'zh-CN': '只有签约方本人或有签署权限的人员可以作此决定，请联系本单位管理员',
    en: 'Only who may sign for a party decides this: ask an administrator of your organisation',
  },
  SUSPENDED_BY_OTHERS: {
    category: 'forbidden_state',
    'zh-CN': '协议由对方中止，只能由中止的一方恢复；您可以与对方协商，或解除协议',
    en: 'Another party holds it up, and only that party can resume it; talk to it, or end the agreement',
  },
  HELD_UP: {
    category: 'forbidden_state',
    'zh-CN': '协议因首日复核不符合规定而暂缓生效；符合规定后次日自动生效，也可以解除',
    en: 'It broke the rules on its first day: it takes effect by itself on the day after it keeps them, or can be ended',
  },
  DELEGATION_OVER: {
    category: 'forbidden_state',
    'zh-CN': '授权委托已到期或已被收回，不能再代为签署',
    en: 'The power of attorney is over or was taken back',
  },
  PAPER_OWN_CHECK: {
    category: 'invalid',
    'zh-CN': '纸质签署件须由上传人以外的两人核对，每人一次',
    en: 'A paper is checked by two others than who uploaded it, once each',
  },
  PAPER_SETTLED: {
    category: 'conflict',
    'zh-CN': '该纸质签署件已处理',
    en: 'The paper was dealt with already',
  },
});
