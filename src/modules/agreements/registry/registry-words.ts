import type { AgreementState } from '../agreement/agreement.enums.js';

interface RegistryWords {
  readonly title: string;
  readonly columns: Readonly<
    Record<
      | 'number'
      | 'title'
      | 'kind'
      | 'subKind'
      | 'parties'
      | 'provinces'
      | 'state'
      | 'signedOn'
      | 'startsOn'
      | 'endsOn'
      | 'term',
      string
    >
  >;
  readonly states: Readonly<Record<AgreementState, string>>;
  readonly counts: Readonly<
    Record<'signed' | 'inForce' | 'ended' | 'partners' | 'province' | 'kind' | 'year', string>
  >;
  readonly headings: Readonly<Record<'byProvince' | 'byKind' | 'byYear' | 'list', string>>;
  readonly severalProvinces: string;
  readonly separator: string;
  asOf(instant: string): string;
  total(count: { signed: number; inForce: number; ended: number; partners: number }): string;
  page(page: number, pages: number): string;
}

/** What the exported register says. */
export const REGISTRY_WORDS: Readonly<Record<'zh-CN' | 'en', RegistryWords>> = {
  'zh-CN': {
    title: '协议台账',
    columns: {
      number: '协议编号',
      title: '协议名称',
      kind: '协议类型',
      subKind: '合作形式',
      parties: '签约各方',
      provinces: '所在省份',
      state: '状态',
      signedOn: '签订日期',
      startsOn: '开始日期',
      endsOn: '结束日期',
      term: '协议期限',
    },
    states: {
      DRAFT: '草稿',
      NEGOTIATING: '协商中',
      IN_REVIEW: '审核中',
      AWAITING_SIGNATURES: '待签署',
      PARTIALLY_SIGNED: '部分已签',
      SIGNED: '已签署待生效',
      EFFECTIVE: '生效中',
      SUSPENDED: '已中止',
      SUPERSEDED: '已变更',
      EXPIRED: '已到期',
      TERMINATED: '已解除',
      CANCELLED: '已作废',
    },
    counts: {
      signed: '已签订',
      inForce: '生效中',
      ended: '已结束',
      partners: '合作单位',
      province: '省份',
      kind: '协议类型',
      year: '签订年份',
    },
    headings: {
      byProvince: '按省份',
      byKind: '按协议类型',
      byYear: '按签订年份',
      list: '协议清单',
    },
    severalProvinces: '各方分属多个省份的协议，在每个省份各计一次；合计中只计一次。',
    separator: '、',
    asOf: (instant) => `截至 ${instant}`,
    total: ({ signed, inForce, ended, partners }) =>
      `共签订 ${String(signed)} 份，其中生效中 ${String(inForce)} 份、已结束 ${String(ended)} 份；合作单位 ${String(partners)} 家。`,
    page: (page, pages) => `第 ${String(page)} / ${String(pages)} 页`,
  },
  en: {
    title: 'Register of agreements',
    columns: {
      number: 'Number',
      title: 'Title',
      kind: 'Kind',
      subKind: 'Form',
      parties: 'Parties',
      provinces: 'Provinces',
      state: 'State',
      signedOn: 'Signed on',
      startsOn: 'Starts on',
      endsOn: 'Ends on',
      term: 'Term',
    },
    states: {
      DRAFT: 'Draft',
      NEGOTIATING: 'In negotiation',
      IN_REVIEW: 'In review',
      AWAITING_SIGNATURES: 'Awaiting signatures',
      PARTIALLY_SIGNED: 'Partly signed',
      SIGNED: 'Signed, not begun',
      EFFECTIVE: 'In force',
      SUSPENDED: 'Suspended',
      SUPERSEDED: 'Superseded',
      EXPIRED: 'Expired',
      TERMINATED: 'Terminated',
      CANCELLED: 'Given up',
    },
    counts: {
      signed: 'Signed',
      inForce: 'In force',
      ended: 'Ended',
      partners: 'Partners',
      province: 'Province',
      kind: 'Kind',
      year: 'Year of signing',
    },
    headings: {
      byProvince: 'By province',
      byKind: 'By kind',
      byYear: 'By year of signing',
      list: 'Agreements',
    },
    severalProvinces:
      'An agreement with parties in several provinces counts once in each of them, and once in the total.',
    separator: ', ',
    asOf: (instant) => `As of ${instant} (China)`,
    total: ({ signed, inForce, ended, partners }) =>
      `${String(signed)} signed, of which ${String(inForce)} in force and ${String(ended)} ended; ${String(partners)} partner organisations.`,
    page: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  },
};
