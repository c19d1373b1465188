import type { KindTexts } from './notification-texts.js';

export const TEXTS_ZH_CN: KindTexts = {
  PASSWORD_CHANGED: ['您的密码已修改', '您账号的密码已修改。如非本人操作，请立即重设密码。'],
  ACCOUNT_ENABLED: ['您的账号已恢复使用', '平台管理员已恢复您的账号，您可以重新登录。'],

  VERIFICATION_SUBMITTED: [
    '{organisation} 提交了单位核验',
    '{organisation} 的核验材料待贵局办理。',
  ],
  VERIFICATION_APPROVED: ['单位核验已通过', '{organisation} 已通过单位核验。'],
  VERIFICATION_REFUSED: [
    '单位核验未通过',
    '{organisation} 的单位核验未通过，原因及申诉期限请见核验详情。',
  ],
  RECHECK_DUE: [
    '单位核验即将到期',
    '{organisation} 的单位核验将在 {days} 天后到期，请尽快提交复核。',
  ],
  STANDING_LAPSED: [
    '单位核验已到期',
    '{organisation} 的单位核验已到期，发布岗位等权限已暂停，复核通过后恢复。',
  ],
  STANDING_SUSPENDED: ['单位已被暂停', '{organisation} 已被主管部门暂停，原因请见单位详情。'],
  STANDING_RESTORED: ['单位已恢复', '主管部门已解除对 {organisation} 的暂停。'],

  AFFILIATION_CLAIMED: [
    '有学生申请认领在校身份',
    '有学生向 {college} 申请认领在校身份，请核对后确认。',
  ],
  AFFILIATION_CONFIRMED: ['在校身份已确认', '{college} 已确认您是该校学生。'],
  AFFILIATION_REFUSED: ['在校身份认领未通过', '{college} 未通过您的在校身份认领，原因请见详情。'],
  AFFILIATION_ENDED: ['在校关系已结束', '{college} 已结束您与该校的在校关系。'],

  POSTING_SUBMITTED: ['有岗位待审核', '{employer} 提交了岗位“{posting}”，待贵局审核。'],
  POSTING_APPROVED: ['岗位审核通过', '岗位“{posting}”已通过审核。'],
  POSTING_RETURNED: ['岗位被退回修改', '岗位“{posting}”未通过审核，请按审核意见修改后重新提交。'],
  POSTING_REVISED: [
    '您申请的岗位有变更',
    '{employer} 修改了您已申请的岗位“{posting}”，修改内容审核通过后生效，请留意。',
  ],
  POSTING_FILLED: ['岗位已招满', '岗位“{posting}”的名额已全部招满，已自动结束招聘。'],
  POSTING_EXPIRED: ['岗位已到期', '岗位“{posting}”的招聘有效期已过，已自动结束招聘。'],
  POSTING_REMOVED: ['岗位已被下架', '岗位“{posting}”已被主管部门下架，原因请见岗位详情。'],
  QUESTION_ASKED: ['有求职者提问', '有求职者就岗位“{posting}”提问，请及时回复。'],
  QUESTION_ANSWERED: ['您的提问已有回复', '用人单位回复了您就岗位“{posting}”提出的问题。'],
  REPORT_FILED: ['收到举报', '收到一件待处理的举报，请在期限内办理。'],
  REPORT_UPHELD: ['您的举报已查实', '您的举报已查实并处理，办理意见请见举报详情。'],
  REPORT_DISMISSED: ['您的举报已办结', '您的举报经核查未予采纳，办理意见请见举报详情。'],

  APPLICATION_RECEIVED: ['收到新的求职申请', '岗位“{posting}”收到一份新的求职申请。'],
  APPLICATION_VIEWED: ['您的申请已被查看', '{employer} 查看了您对岗位“{posting}”的申请。'],
  APPLICATION_SHORTLISTED: ['您已进入候选名单', '{employer} 已将您列入岗位“{posting}”的候选名单。'],
  APPLICATION_NOTE_SHARED: ['用人单位给您留言', '{employer} 就您对岗位“{posting}”的申请给您留言。'],
  APPLICATION_CLOSED: ['求职申请已结束', '对岗位“{posting}”的申请已结束，原因：{reason}。'],
  INTERVIEW_PROPOSED: [
    '面试邀约',
    '收到岗位“{posting}”的面试邀约，时间：{time}。请尽快确认或另约时间。',
  ],
  INTERVIEW_CONFIRMED: ['面试已确认', '岗位“{posting}”的面试已确认，时间：{time}。'],
  INTERVIEW_MOVED: ['面试时间变更', '岗位“{posting}”的面试改为：{time}，请确认。'],
  INTERVIEW_DECLINED: ['面试邀约被谢绝', '对方谢绝了岗位“{posting}”原定于 {time} 的面试。'],
  INTERVIEW_CANCELLED: ['面试已取消', '岗位“{posting}”原定于 {time} 的面试已取消。'],
  OFFER_MADE: ['您收到录用通知', '{employer} 就岗位“{posting}”向您发出录用通知，请在期限内答复。'],
  OFFER_ACCEPTED: ['录用已被接受', '求职者接受了岗位“{posting}”的录用。'],
  OFFER_DECLINED: ['录用未被接受', '求职者谢绝了岗位“{posting}”的录用。'],
  OFFER_WITHDRAWN: ['录用通知已撤回', '{employer} 撤回了岗位“{posting}”的录用通知。'],
  OFFER_LAPSED: ['录用通知已失效', '岗位“{posting}”的录用通知逾期未答复，已失效。'],
  OFFER_RENEGED: ['求职者放弃入职', '求职者接受岗位“{posting}”的录用后放弃，名额已退回。'],
  APPLICANT_ONBOARDED: ['已登记入职', '{employer} 已登记您入职岗位“{posting}”，祝工作顺利。'],
  APPLICANT_NOT_STARTED: [
    '登记为未入职',
    '{employer} 登记您未到岗位“{posting}”入职，如有异议请与其联系。',
  ],

  AGREEMENT_SHARED: ['有协议待协商', '{parties}的协议草稿已共享，各方均可提出修改。'],
  AGREEMENT_COMMENTED: ['协议条款有新批注', '{parties}的协议中，对方对条款作了批注，请查看。'],
  AGREEMENT_AMENDED: [
    '协议文本已修改',
    '{parties}的协议有了新版本，此前的签署已作废，请重新审阅。',
  ],
  AGREEMENT_PROPOSED: ['有协议待签署', '{parties}的协议已提交，请审阅签署。'],
  AGREEMENT_TURN: ['轮到您处理协议', '{parties}的协议已轮到您审核或签署。'],
  AGREEMENT_REMINDER: ['协议等待您处理', '{parties}的协议仍在等待您审核或签署，请留意期限。'],
  AGREEMENT_DECLINED: [
    '有人拒绝签署协议',
    '{parties}的协议有一位签署人拒绝，请查看原因；可修改文本或再次邀请。',
  ],
  AGREEMENT_TURN_EXPIRED: ['协议签署逾期', '{parties}的协议有一位签署人逾期未签，可延长期限。'],
  AGREEMENT_SIGNATORY_LEFT: [
    '协议签署人已离开',
    '{parties}的协议有一位签署人已离开单位或注销账号，请另行指定签署人。',
  ],
  AGREEMENT_PARTY_SUSPENDED: [
    '协议暂停签署',
    '{parties}的协议有一方资格中止或核验过期，恢复之前不能签署；已有签署保留。',
  ],
  AGREEMENT_PARTY_RESTORED: ['协议恢复签署', '{parties}的协议各方资格已恢复，可以继续签署。'],
  AGREEMENT_PARTY_GONE: [
    '协议一方已注销账号',
    '{parties}的协议有一方已注销账号；各方已签署的协议仍然有效。',
  ],
  AGREEMENT_RETURNED: ['协议被退回修改', '{parties}的协议被对方退回修改，已有签署作废。'],
  AGREEMENT_SIGNED: ['协议有一方已签署', '{parties}的协议已有一方签署。'],
  AGREEMENT_TOOK_EFFECT: ['协议已生效', '{parties}的协议已生效。'],
  AGREEMENT_EXPIRED: ['协议已到期', '{parties}的协议已到期。'],
  AGREEMENT_HELD_UP: [
    '协议暂缓生效',
    '{parties}的协议在首日复核时不再符合规定，尚未生效；不符合之处见协议页，符合后次日自动生效。',
  ],
  AGREEMENT_SUSPENDED: [
    '协议已中止',
    '{parties}的协议已被一方中止，恢复前不能在协议项下开展新的合作。',
  ],
  AGREEMENT_RESUMED: ['协议已恢复', '{parties}的协议已恢复履行。'],
  AGREEMENT_SUPERSEDED: ['协议已变更', '{parties}的协议已由各方签署的变更协议替代。'],
  AGREEMENT_TERMINATED: ['协议已终止', '{parties}的协议已被一方终止。'],
  AGREEMENT_CANCELLED: ['协议已取消', '{parties}的协议在签署前被取消。'],
  AGREEMENT_ENDS_SOON: [
    '协议即将到期',
    '{parties}的协议将在 {days} 天后到期，如需继续合作请及时续签。',
  ],
  OBLIGATION_AT_RISK: [
    '约定事项进度滞后',
    '{parties}的协议有约定事项进度明显落后于时间，请查看进度。',
  ],
  OBLIGATION_BREACHED: [
    '约定事项逾期未完成',
    '{parties}的协议有约定事项已到期但尚未完成，请双方协商处理。',
  ],
  OBLIGATION_EVIDENCE_ENTERED: [
    '对方登记了履约佐证',
    '{parties}的协议有新的履约登记，请核对；如有异议可提出。',
  ],
  OBLIGATION_EVIDENCE_DISPUTED: [
    '履约登记有异议',
    '{parties}的协议有一条履约登记被提出异议，暂不计入。',
  ],
  ORDER_CLASS_PROPOSED: [
    '订单班名单待确认',
    '{parties}的协议有新的订单班学生，请确认或说明理由退回。',
  ],
  ORDER_CLASS_LEFT: ['订单班有学生退出', '{parties}的协议有学生退出订单班，名额已空出。'],
  ORDER_CLASS_LISTED: [
    '学校把您列入订单班名单',
    '{parties}的订单班，待企业确认；不愿参加可随时退出。',
  ],
  ORDER_CLASS_CONFIRMED: ['您已进入订单班', '{parties}的订单班，企业已确认。'],
  ORDER_CLASS_REFUSED: ['企业未录入您', '{parties}的订单班，企业未录入您，可查看理由。'],

  JOB_FAIR_INVITED: [
    '邀请参加招聘会：{fair}',
    '{organisation}邀请贵单位参加“{fair}”，请在报名截止前报名，或谢绝并说明理由。',
  ],
  JOB_FAIR_MOVED: [
    '招聘会时间或地点有变：{fair}',
    '{organisation}调整了“{fair}”的时间或地点，请查看。',
  ],
  JOB_FAIR_CANCELLED: ['招聘会取消：{fair}', '{organisation}取消了“{fair}”，可查看原因。'],

  ALLOCATION_RECOMMENDED: [
    '整场分配为您推荐了岗位',
    '主管部门的整场分配向您推荐岗位“{posting}”，是否申请由您决定。',
  ],
  CANDIDATE_INVITED: [
    '有单位邀请您投递',
    '{employer} 邀请您投递岗位“{posting}”，是否投递由您决定。',
  ],
  CANDIDATES_ALLOCATED: [
    '整场分配推荐了人选',
    '主管部门的整场分配为岗位“{posting}”推荐了人选，对方尚未申请。',
  ],
  RECOMMENDATIONS_CHANGED: ['有新的推荐岗位', '为您推荐了新的岗位，欢迎查看。'],
};
