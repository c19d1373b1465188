import type { Locale } from '../../core/context/index.js';

/** One published figure: what it counts and how, so that nobody has to guess (口径). */
export interface FigureDefinition {
  readonly name: Readonly<Record<Locale, string>>;
  readonly unit: Readonly<Record<Locale, string>>;
  /** The counting rule, shown next to the figure. */
  readonly rule: Readonly<Record<Locale, string>>;
}

export const FIGURES = {
  POSTINGS: {
    name: { 'zh-CN': '发布岗位数', en: 'Postings published' },
    unit: { 'zh-CN': '个', en: 'postings' },
    rule: {
      'zh-CN': '首次发布时间在统计期内的招聘岗位，每个岗位计一次，含外部来源岗位',
      en: 'Postings first published within the period, each once, external ones included',
    },
  },
  POSITIONS: {
    name: { 'zh-CN': '招聘人数', en: 'Positions offered' },
    unit: { 'zh-CN': '人', en: 'positions' },
    rule: {
      'zh-CN': '上述岗位的招聘人数之和；未标明人数的岗位不计入',
      en: 'Sum of the headcount of those postings; postings that state none are left out',
    },
  },
  APPLICATIONS: {
    name: { 'zh-CN': '求职申请数', en: 'Applications submitted' },
    unit: { 'zh-CN': '份', en: 'applications' },
    rule: {
      'zh-CN': '提交时间在统计期内的求职申请，含之后撤回的申请',
      en: 'Applications submitted within the period, later withdrawn ones included',
    },
  },
  INTERVIEWS: {
    name: { 'zh-CN': '面试场次', en: 'Interviews agreed' },
    unit: { 'zh-CN': '场', en: 'interviews' },
    rule: {
      'zh-CN': '开始时间在统计期内且双方已确认的面试，含已举行与缺席的面试',
      en: 'Interviews that begin within the period and were confirmed by both, held and missed ones included',
    },
  },
  OFFERS: {
    name: { 'zh-CN': '发出录用数', en: 'Offers made' },
    unit: { 'zh-CN': '份', en: 'offers' },
    rule: {
      'zh-CN': '发出时间在统计期内的录用通知，每份计一次',
      en: 'Offers made within the period, each once',
    },
  },
  HIRES: {
    name: { 'zh-CN': '达成录用人次', en: 'Hires' },
    unit: { 'zh-CN': '人次', en: 'person-times' },
    rule: {
      'zh-CN': '接受时间在统计期内且现仍有效的录用；违约的不计入',
      en: 'Offers accepted within the period that still stand; reneged ones are left out',
    },
  },
  AGREEMENTS: {
    name: { 'zh-CN': '生效校企协议数', en: 'Agreements in force' },
    unit: { 'zh-CN': '份', en: 'agreements' },
    rule: {
      'zh-CN': '生效时间在统计期内的校企合作协议，按企业所在地区统计，不分职业',
      en: "Partnership agreements that took effect within the period, by the enterprise's region, without occupation",
    },
  },
} as const satisfies Readonly<Record<string, FigureDefinition>>;

export type FigureName = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

export type Grouping = 'REGION' | 'OCCUPATION' | 'WEEK';
