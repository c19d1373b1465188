import { defineMessages } from '@/shared/i18n/messages';

export const claimMessages = defineMessages('posting-claim', {
  'zh-CN': {
    title: '认领外部岗位',
    lead: '平台从其他公开渠道收录了一些岗位。写着“{name}”的可以认领为本单位草稿，补全并审核后即可在此接收申请。',
    none: '没有可以认领的岗位',
    noneText: '只能认领用人单位名称与本单位完全一致的外部岗位。',
    unverified: '单位通过认证后才能认领。',
    from: '来源：{source}',
    claim: '认领',
    claimOf: '认领“{title}”',
    claimText:
      '认领后，该岗位从公开页面撤下，成为本单位草稿；请补全内容并提交审核。此操作不能撤销。',
    claimed: '已认领，请补全内容',
  },
  en: {
    title: 'Claim external postings',
    lead: 'Some postings were taken over from elsewhere. Those that name “{name}” can become your drafts; completed and reviewed, they take applications here.',
    none: 'Nothing to claim',
    noneText: 'Only external postings that name your organisation exactly can be claimed.',
    unverified: 'Claiming needs a verified organisation.',
    from: 'Source: {source}',
    claim: 'Claim',
    claimOf: 'Claim “{title}”',
    claimText:
      'The posting leaves the public pages and becomes your draft to complete and submit. This cannot be undone.',
    claimed: 'Claimed; please complete it',
  },
});
