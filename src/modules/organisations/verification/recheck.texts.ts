import type { Locale } from '../../../core/context/index.js';

export interface RecheckFacts {
  readonly organisation: string;
  /** Last day on which the verification holds. */
  readonly lastDay: string;
  readonly link: string;
}

/** The mail that reminds administrators of a re-check. */
export const RECHECK_TEXTS: Readonly<
  Record<Locale, (facts: RecheckFacts) => { readonly subject: string; readonly text: string }>
> = {
  'zh-CN': ({ organisation, lastDay, link }) => ({
    subject: `${organisation} 的单位核验将于 ${lastDay} 到期`,
    text: [
      `${organisation} 的单位核验有效期至 ${lastDay}（含当日）。逾期未通过复核，发布岗位等权限将自动暂停。`,
      ``,
      `请尽快在平台提交复核材料：`,
      link,
    ].join('\n'),
  }),
  en: ({ organisation, lastDay, link }) => ({
    subject: `The verification of ${organisation} ends on ${lastDay}`,
    text: [
      `The verification of ${organisation} holds until the end of ${lastDay}. Without a re-check by then, rights such as publishing postings pause by themselves.`,
      ``,
      `Please hand in the papers for the re-check soon:`,
      link,
    ].join('\n'),
  }),
};
