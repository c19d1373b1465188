import type { Locale } from '../../core/context/index.js';
import type { NotificationKind } from './notification-kinds.js';

/** What may stand in a text as `{name}`. */
export const FACT_NAMES = [
  'posting',
  'employer',
  'organisation',
  'college',
  'parties',
  'fair',
  'time',
  'reason',
  'days',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** Title and body. */
export type NoticeText = readonly [title: string, body: string];

/** Stands for what the reader may not see, or what is no longer there. */
export const UNKNOWN_FACTS: Readonly<Record<Locale, Readonly<Record<FactName, string>>>> = {
  'zh-CN': {
    posting: '相关岗位',
    employer: '用人单位',
    organisation: '相关单位',
    college: '相关院校',
    parties: '各签约方',
    fair: '招聘会',
    time: '（时间请见申请详情）',
    reason: '其他原因',
    days: '数',
  },
  en: {
    posting: 'a posting',
    employer: 'the employer',
    organisation: 'the organisation',
    college: 'the college',
    parties: 'its parties',
    fair: 'a job fair',
    time: '(see the application)',
    reason: 'another reason',
    days: 'a few',
  },
};

/** Reasons for which an application ends, by code. */
export const CLOSE_REASONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    WITHDRAWN: '求职者撤回申请',
    NOT_SELECTED: '用人单位选择了其他求职者',
    LACKS_REQUIREMENT: '不符合岗位的某项条件',
    NO_SHOW: '未到场参加面试',
    OFFER_DECLINED: '求职者未接受录用',
    OFFER_LAPSED: '录用通知逾期未答复',
    OFFER_WITHDRAWN: '用人单位撤回录用通知',
    RENEGED: '求职者接受录用后放弃',
    HIRED_ELSEWHERE: '求职者已接受其他录用',
    POSTING_FILLED: '岗位已招满',
    POSTING_CLOSED: '岗位已停止招聘',
    ACCOUNT_CLOSED: '求职者已注销账号',
  },
  en: {
    WITHDRAWN: 'the applicant withdrew it',
    NOT_SELECTED: 'the employer chose others',
    LACKS_REQUIREMENT: 'a requirement of the posting is not met',
    NO_SHOW: 'nobody came to the interview',
    OFFER_DECLINED: 'the applicant declined the offer',
    OFFER_LAPSED: 'the offer was not answered in time',
    OFFER_WITHDRAWN: 'the employer withdrew the offer',
    RENEGED: 'the applicant stepped back after accepting',
    HIRED_ELSEWHERE: 'the applicant accepted another offer',
    POSTING_FILLED: 'all seats of the posting are taken',
    POSTING_CLOSED: 'the posting was closed',
    ACCOUNT_CLOSED: 'the applicant closed the account',
  },
};

/** Words around a mail. */
export const MAIL_WORDS: Readonly<
  Record<Locale, { readonly open: string; readonly mute: string }>
> = {
  'zh-CN': {
    open: '查看详情：',
    mute: '如不希望再收到此类邮件，可在平台的通知设置中关闭。',
  },
  en: {
    open: 'Details:',
    mute: 'You can switch such mails off in the notification settings of the platform.',
  },
};

/** Names nobody: who a person is, is read on the platform, behind its rules. */
export type KindTexts = Readonly<Record<NotificationKind, NoticeText>>;
