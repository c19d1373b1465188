/** What can happen to an agreement, as people read it. A kind is never taken out: chains hold it for ever. */
export const EVENT_KINDS = {
  DRAFTED: { zh: '起草', en: 'Drafted' },
  EDITED: { zh: '修改草稿', en: 'Draft edited' },
  SHARED: { zh: '送交协商', en: 'Shared' },
  AMENDED: { zh: '修改正文', en: 'Amended' },
  PROPOSED: { zh: '提交签署', en: 'Proposed' },
  RETURNED: { zh: '退回修改', en: 'Returned' },
  REVIEWED: { zh: '审核通过', en: 'Reviewed' },
  ARRANGED: { zh: '安排签署人', en: 'Signatories arranged' },
  REASSIGNED: { zh: '变更签署人', en: 'Signatory changed' },
  LINK_ISSUED: { zh: '发出签署链接', en: 'Link issued' },
  LINK_REVOKED: { zh: '撤回签署链接', en: 'Link revoked' },
  OPENED: { zh: '打开', en: 'Opened' },
  VIEWED: { zh: '阅读正文', en: 'Viewed' },
  CODE_SENT: { zh: '发送验证码', en: 'Code sent' },
  CONFIRMED: { zh: '确认全文', en: 'Confirmed' },
  SIGNED: { zh: '签署', en: 'Signed' },
  DECLINED: { zh: '拒绝签署', en: 'Declined' },
  TURN_EXPIRED: { zh: '逾期未签', en: 'Turn expired' },
  TURN_RENEWED: { zh: '延长签署期限', en: 'Turn renewed' },
  REMINDED: { zh: '提醒签署', en: 'Reminded' },
  DELEGATED: { zh: '委托签署', en: 'Delegated' },
  DELEGATION_REVOKED: { zh: '撤销委托', en: 'Delegation revoked' },
  PAPER_UPLOADED: { zh: '上传纸质签署件', en: 'Paper uploaded' },
  PAPER_CHECKED: { zh: '核对纸质签署件', en: 'Paper checked' },
  PAPER_REFUSED: { zh: '退回纸质签署件', en: 'Paper refused' },
  SIGNATURES_VOIDED: { zh: '已有签名作废', en: 'Signatures voided' },
  SIGNATORY_LEFT: { zh: '签署人离开单位', en: 'Signatory left' },
  PARTY_SUSPENDED: {
    zh: '签约方资格中止或过期',
    en: 'Party suspended, or its verification lapsed',
  },
  PARTY_RESTORED: { zh: '签约方资格恢复', en: 'Party restored' },
  PARTY_GONE: { zh: '签约方注销账号', en: 'Party closed its account' },
  REFUSED: { zh: '未被接受的操作', en: 'Attempt refused' },
  COMPLETED: { zh: '各方签署完成', en: 'All have signed' },
  SEALED: { zh: '封存', en: 'Sealed' },
  TOOK_EFFECT: { zh: '生效', en: 'Took effect' },
  SUSPENDED: { zh: '中止', en: 'Suspended' },
  RESUMED: { zh: '恢复', en: 'Resumed' },
  AMENDMENT_DRAFTED: { zh: '起草变更协议', en: 'Amendment drafted' },
  SUPERSEDED: { zh: '由变更协议替代', en: 'Superseded by an amendment' },
  RENEWED: { zh: '续签', en: 'Renewed' },
  EXPIRED: { zh: '到期', en: 'Expired' },
  TERMINATED: { zh: '解除', en: 'Terminated' },
  CANCELLED: { zh: '作废', en: 'Cancelled' },
  LAPSED: { zh: '逾期作废', en: 'Lapsed' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export type AgreementEventKind = keyof typeof EVENT_KINDS;

/** Words of a kind; its code where it is one of a later version. */
export function wordsOf(kind: string): { readonly zh: string; readonly en: string } {
  const known: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = EVENT_KINDS;
  return known[kind] ?? { zh: kind, en: kind };
}
