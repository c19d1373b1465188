import { defineMessages } from '@/shared/i18n/messages';

/** What becomes of an agreement that all have signed. */
export const courseMessages = defineMessages('agreementCourse', {
  'zh-CN': {
    course: '履行与变更',
    heldUp: '首日复核不符合实习管理规定，平台自 {since} 起暂缓生效。',
    heldUpHint: '不符合之处见“实习约定”。符合规定后次日自动生效；任何一方也可以解除协议。',
    suspendedBy: '{party}自 {since} 起中止履行：{reason}',
    suspendedHint: '中止期间不能在协议项下开展新的合作，协议期限照常计算。只有中止的一方可以恢复。',
    amends: '本协议变更',
    amendment: '变更协议',
    renewal: '续签协议',
    calendar: '加入日历',
    suspend: '中止履行',
    suspendTitle: '中止履行这份协议？',
    suspendText:
      '对方不履行或明显不能履行时，可以中止履行并立即说明理由（民法典第 527、528 条）。各方都会收到通知，理由写入协议记录。',
    suspended: '已中止',
    resume: '恢复履行',
    resumeTitle: '恢复履行这份协议？',
    resumeText: '各方都会收到通知，可以继续在协议项下合作。',
    resumed: '已恢复',
    draftAmendment: '起草变更协议',
    draftTitle: '起草变更协议？',
    draftText:
      '会生成一份内容相同的新草稿，供各方修改和签署。各方签署后，从它的第一天起替代本协议；在此之前本协议继续有效。',
    drafted: '已生成变更协议草稿',
    reason: '理由',
    reasonHint: '各方都能看到，2–500 字。',
    showChanges: '查看变更内容',
    hideChanges: '收起变更内容',
    changesOf: '与原协议相比',
    noChanges: '原协议不可见，无法对比',
  },
  en: {
    course: 'Course of the agreement',
    heldUp:
      'On its first day it broke the rules on internships: the platform has held it up since {since}.',
    heldUpHint:
      'What is wrong stands with the internship terms. It takes effect by itself on the day after that is mended; any party may end it.',
    suspendedBy: '{party} has held it up since {since}: {reason}',
    suspendedHint:
      'Until it resumes nothing new can be done under it; its term goes on. Only the party that suspended it can resume it.',
    amends: 'Amends',
    amendment: 'Amendment',
    renewal: 'Renewal',
    calendar: 'Add to calendar',
    suspend: 'Suspend',
    suspendTitle: 'Suspend this agreement?',
    suspendText:
      'Where the other side does not perform, or clearly cannot, you may withhold your own performance and must say why at once (Civil Code, Art. 527 and 528). All parties are told, and the reason is kept in the record.',
    suspended: 'Suspended',
    resume: 'Resume',
    resumeTitle: 'Resume this agreement?',
    resumeText: 'All parties are told, and can go on under it.',
    resumed: 'Resumed',
    draftAmendment: 'Draft an amendment',
    draftTitle: 'Draft an amendment?',
    draftText:
      'You get a new draft that says the same, to be changed and signed by all. Once signed it replaces this agreement from its first day on; until then this one holds.',
    drafted: 'The amendment is drafted',
    reason: 'Reason',
    reasonHint: 'All parties can read it; 2 to 500 characters.',
    showChanges: 'Show what it changes',
    hideChanges: 'Hide what it changes',
    changesOf: 'Compared with what it amends',
    noChanges: 'What it amends is not to be seen',
  },
});
