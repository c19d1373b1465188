import type { Locale } from '../../../core/context/index.js';

export interface InvitationFacts {
  readonly organisation: string;
  readonly link: string;
  /** Last day on which it can be answered. */
  readonly lastDay: string;
}

/** The mail that brings an invitation. */
export const INVITATION_TEXTS: Readonly<
  Record<Locale, (facts: InvitationFacts) => { readonly subject: string; readonly text: string }>
> = {
  'zh-CN': ({ organisation, link, lastDay }) => ({
    subject: `${organisation} 邀请您加入其招聘服务团队`,
    text: [
      `您好！`,
      ``,
      `${organisation} 邀请您成为其在共桥平台上的成员。请登录（或先注册）后打开以下链接作出答复：`,
      ``,
      link,
      ``,
      `邀请于 ${lastDay} 前有效。如果您不认识该单位，请忽略本邮件，也不要把链接转发给他人。`,
    ].join('\n'),
  }),
  en: ({ organisation, link, lastDay }) => ({
    subject: `${organisation} invites you to join its team`,
    text: [
      `Hello,`,
      ``,
      `${organisation} invites you to become a member of its team on Gongqiao. Sign in (or register first) and open this link to answer:`,
      ``,
      link,
      ``,
      `The invitation holds until ${lastDay}. If you do not know the organisation, ignore this message, and do not pass the link on.`,
    ].join('\n'),
  }),
};
