import { defineMessages } from '@/shared/i18n/messages';

/** What the parties promised and what of it is done. */
export const obligationsMessages = defineMessages('agreementObligations', {
  'zh-CN': {
    obligations: '约定事项',
    owes: '{party} · {date} 前',
    done: '已完成 {done} / {all} {unit}',
    provedByRecords: '以平台记录为准：{records}',
    provedByEntries: '以各方登记且无异议的佐证为准',
    behind: '已计入的记录（{count}）',
    entered: '{party}登记：{note}',
    disputed: '有异议，不计入',
    withdrawn: '已撤回，不计入',
    state_NOT_BEGUN: '未开始',
    state_ON_TRACK: '按期推进',
    state_AT_RISK: '进度滞后',
    state_FULFILLED: '已履行',
    state_FULFILLED_LATE: '逾期履行',
    state_BREACHED: '逾期未履行',
  },
  en: {
    obligations: 'Obligations',
    owes: '{party} · by {date}',
    done: '{done} of {all} {unit} done',
    provedByRecords: 'Counted from records: {records}',
    provedByEntries: 'Counted from entries of the parties that nobody disputes',
    behind: { one: '{count} record that counts', other: '{count} records that count' },
    entered: 'Entered by {party}: {note}',
    disputed: 'disputed, does not count',
    withdrawn: 'withdrawn, does not count',
    state_NOT_BEGUN: 'Not begun',
    state_ON_TRACK: 'On track',
    state_AT_RISK: 'Lags behind',
    state_FULFILLED: 'Fulfilled',
    state_FULFILLED_LATE: 'Fulfilled late',
    state_BREACHED: 'Not fulfilled in time',
  },
});
