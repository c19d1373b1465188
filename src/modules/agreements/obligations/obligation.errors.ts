import { defineErrors } from '../../../core/errors/index.js';

export const obligationErrors = defineErrors('OBLIGATION', {
  METRIC_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '没有这种约定指标',
    en: 'There is no such metric of an obligation',
  },
  PARTY_CANNOT_OWE: {
    category: 'invalid',
    'zh-CN': '该签约方不能承担此项约定',
    en: 'That party cannot owe this obligation',
  },
  METRIC_NOT_MEASURED: {
    category: 'invalid',
    'zh-CN': '平台尚无该指标的业务记录，请约定由双方登记佐证',
    en: 'The platform has no records of this metric yet; agree on entries of the parties instead',
  },
  KEY_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '约定事项编号不属于本协议，或重复使用',
    en: 'The key of the obligation is not of this agreement, or is used twice',
  },
  DUE_OUTSIDE_TERM: {
    category: 'invalid',
    'zh-CN': '约定事项的期限须在协议期内（{startsOn} 至 {endsOn}）',
    en: 'An obligation is due within the term of the agreement ({startsOn} to {endsOn})',
  },
  PROVED_BY_RECORDS: {
    category: 'forbidden_state',
    'zh-CN': '该约定事项按平台业务记录自动统计，不接受手工登记',
    en: 'This obligation is proved by records of the platform; nothing is entered by hand',
  },
  NOT_BINDING: {
    category: 'forbidden_state',
    'zh-CN': '协议尚未由各方签署，不能登记佐证',
    en: 'Not all parties have signed yet, so nothing can be entered',
  },
  HAPPENED_OUTSIDE_TERM: {
    category: 'invalid',
    'zh-CN': '发生日期须在协议期内且不晚于今天（{startsOn} 至 {endsOn}）',
    en: 'It must have happened within the term and not after today ({startsOn} to {endsOn})',
  },
  ENTRY_SETTLED: {
    category: 'conflict',
    'zh-CN': '该登记已撤回或已被提出异议',
    en: 'The entry was withdrawn or disputed already',
  },
  ENTRY_IS_YOURS: {
    category: 'forbidden_state',
    'zh-CN': '本方登记的佐证只能撤回，不能提出异议',
    en: 'An entry of your own side is withdrawn, not disputed',
  },
});
