import type { SearchJobPostingsQuery } from '@/graphql/generated/features/search/search';
import { NO_CONDITIONS, withoutWords, type SearchConditions } from './search-conditions';
import { useConditionChips } from './use-condition-chips';

type Found = SearchJobPostingsQuery['searchJobPostings'];
type Condition = Found['relaxations'][number]['condition'];

export interface Relaxation {
  readonly key: string;
  /** Null: all conditions. */
  readonly label: string | null;
  readonly total: number;
  /** What the search becomes without it. */
  readonly without: Partial<SearchConditions>;
}

const WITHOUT: Readonly<Record<Condition, Partial<SearchConditions>>> = {
  REGION: { region: null },
  OCCUPATION: { occupation: null },
  INDUSTRY: { industry: null },
  PAY: { pay: null },
  EDUCATION: { education: null },
  EXPERIENCE: { experience: null },
  SKILL_LEVEL: {},
  EMPLOYER: { company: null },
  EMPLOYER_KIND: { employer: [] },
  ENGAGEMENT_TYPE: { engagement: [] },
  PUBLICATION: { source: null },
  POSTED_SINCE: { since: null },
  PARTNERS: { partners: false },
  BENEFIT: {},
  SKILL: {},
  ALL: NO_CONDITIONS,
};

/** The conditions without which something is found, in words: those that were chosen, and those read out of the words. */
export function useRelaxations(
  conditions: SearchConditions,
  { relaxations, understood }: Found,
): readonly Relaxation[] {
  const chips = useConditionChips(conditions);
  return relaxations.map(({ condition, total }) => {
    const read = understood.filter(({ kind }) => condition === 'ALL' || kind === condition);
    const left = read.reduce(
      (search, { text: words }) => ({ ...search, ...withoutWords(search, words) }),
      conditions,
    );
    const without = { ...WITHOUT[condition], text: left.text, written: left.written };
    const names = chips
      .filter((chip) => Object.keys(chip.without).some((key) => key in WITHOUT[condition]))
      .map(({ label }) => label);
    const label =
      condition === 'ALL' ? null : [...read.map((one) => one.label), ...names].join('、');
    return { key: condition, label, total, without };
  });
}
