/** What was odd in the input and is dealt with in a fixed way; the report names it. */
export const FINDINGS = {
  NO_WISHES: {
    'zh-CN': '没有任何志愿，不参与分配',
    en: 'Names no posting and gets none',
  },
  DUPLICATE_WISH: {
    'zh-CN': '重复志愿，以最前一次为准',
    en: 'The same posting twice: the first place counts',
  },
  UNKNOWN_POSTING: {
    'zh-CN': '志愿岗位不在本次分配中，略过',
    en: 'A posting that does not take part: passed over',
  },
  CLOSED_POSTING: {
    'zh-CN': '志愿岗位已关闭，略过',
    en: 'A closed posting: passed over',
  },
  NO_SEATS: {
    'zh-CN': '岗位没有名额，对它的志愿略过',
    en: 'A posting without seats: wishes for it are passed over',
  },
  QUOTA_ABOVE_SEATS: {
    'zh-CN': '配额高于名额，不起作用',
    en: 'A quota above the seats never binds',
  },
  QUOTAS_BELOW_SEATS: {
    'zh-CN': '报名者所属群体的配额之和低于名额，必有空缺',
    en: 'The quotas of those who wish for it add up to less than the seats: some stay empty',
  },
} as const;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  readonly code: FindingCode;
  readonly personId: string | null;
  readonly postingId: string | null;
}

/** Findings in an order that does not depend on that of the input. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ code, personId, postingId }: Finding): string =>
    `${code}\n${personId ?? ''}\n${postingId ?? ''}`;
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ finding }) => finding);
}
