import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import type { SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import { useEmployerName } from './use-employer-name';
import { useCodePath } from './use-code-path';

export interface ConditionChip {
  readonly key: string;
  readonly label: string;
  /** What the search becomes without it. */
  readonly without: Partial<SearchConditions>;
}

const KNOWN_EXPERIENCES = [0, 1, 3, 5, 10] as const;

/** The active conditions in words. */
export function useConditionChips(conditions: SearchConditions): readonly ConditionChip[] {
  const text = useText(searchMessages);
  const words = usePostingWords();
  const { number, date } = useFormat();
  const region = useCodePath('region', conditions.region).at(-1);
  const occupation = useCodePath('occupation', conditions.occupation).at(-1);
  const industry = useCodePath('industry', conditions.industry).at(-1);
  const company = useEmployerName(conditions.company);
  const { education, experience, engagement, employer, source, since, partners } = conditions;
  const chips: ConditionChip[] = [];
  const add = (key: string, label: string | null, without: Partial<SearchConditions>): void => {
    if (label !== null) chips.push({ key, label, without });
  };
  add('text', conditions.text ? text('textChip', { text: conditions.text }) : null, {
    text: '',
    written: [],
  });
  add('region', nameOf(conditions.region, region), { region: null });
  add('occupation', nameOf(conditions.occupation, occupation), { occupation: null });
  add('industry', nameOf(conditions.industry, industry), { industry: null });
  add(
    'pay',
    conditions.pay === null ? null : text('payAtLeast', { amount: number(conditions.pay) }),
    {
      pay: null,
    },
  );
  add(
    'education',
    education &&
      text('educationChip', { level: words.educationName({ code: education, name: education }) }),
    { education: null },
  );
  add('experience', experience === null ? null : experienceLabel(experience), { experience: null });
  for (const value of engagement)
    add(value, words.engagement(value), { engagement: engagement.filter((one) => one !== value) });
  add('company', company, { company: null });
  for (const value of employer)
    add(value, text(`employer_${value}`), { employer: employer.filter((one) => one !== value) });
  add('source', source && text(`source_${source}`), { source: null });
  add('since', since && text('sinceChip', { day: date(since) }), { since: null });
  add('partners', partners ? text('partnersChip') : null, { partners: false });
  return chips;

  function experienceLabel(value: number): string {
    const known = KNOWN_EXPERIENCES.find((years) => years === value);
    const label =
      known === undefined ? text('years', { count: value }) : text(`experience_${known}`);
    return text('experienceChip', { label });
  }
}

/** The code stands in while its name is on the way. */
function nameOf(code: string | null, found: { readonly name: string } | undefined): string | null {
  return code === null ? null : (found?.name ?? code);
}
