import { EVERYDAY_LEVELS, usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useText } from '@/shared/i18n/messages';
import { useViewer } from '@/shared/viewer/use-viewer';
import { Check, CheckFilter, SelectFilter } from './choice-filters';
import { CodeFacet } from './code-facet';
import { countOf, facetOf, type Facets } from './facets';
import { PayFilter } from './pay-filter';
import { useRegionChoices } from './region-levels';
import { EMPLOYER_KINDS, ENGAGEMENTS, type SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import { daysAgo } from './since';
import { useChangeSearch } from './use-change-search';

const EXPERIENCES = ['0', '1', '3', '5', '10'] as const;
const SINCE_DAYS = [3, 7, 30] as const;

export interface FilterPanelProps {
  readonly conditions: SearchConditions;
  readonly facets: Facets;
}

/** Everything a search can be narrowed by; each choice searches at once. */
export function FilterPanel({ conditions, facets }: FilterPanelProps) {
  const text = useText(searchMessages);
  const words = usePostingWords();
  const viewer = useViewer();
  const change = useChangeSearch(conditions);
  const { education, experience, since } = conditions;
  const regions = useRegionChoices(conditions, facets);
  const sources = facetOf(facets, 'PUBLICATION');
  const years = experience === null ? null : String(experience);
  const sinceChoices = SINCE_DAYS.map((days) => ({
    value: daysAgo(days),
    label: text(`since_${days}`),
  }));
  return (
    <>
      <CodeFacet kind="region" conditions={conditions} values={regions} />
      <CodeFacet kind="occupation" conditions={conditions} values={facetOf(facets, 'OCCUPATION')} />
      <PayFilter conditions={conditions} values={facetOf(facets, 'PAY')} change={change} />
      <SelectFilter
        title={text('education')}
        value={education}
        choices={withOther(
          EVERYDAY_LEVELS.map((code) => ({
            value: code,
            label: words.educationName({ code, name: code }),
          })),
          education,
        )}
        onChange={(value) => change({ education: value })}
      />
      <SelectFilter
        title={text('experience')}
        value={years}
        choices={withOther(
          EXPERIENCES.map((value) => ({ value, label: text(`experience_${value}`) })),
          years,
          (value) => text('years', { count: Number(value) }),
        )}
        onChange={(value) => change({ experience: value === null ? null : Number(value) })}
      />
      <CheckFilter
        title={text('engagement')}
        values={facetOf(facets, 'ENGAGEMENT_TYPE')}
        chosen={conditions.engagement}
        choices={ENGAGEMENTS.map((value) => ({ value, label: words.engagement(value) }))}
        onChange={(engagement) => change({ engagement })}
      />
      <CheckFilter
        title={text('employer')}
        values={facetOf(facets, 'EMPLOYER_KIND')}
        chosen={conditions.employer}
        choices={EMPLOYER_KINDS.map((value) => ({ value, label: text(`employer_${value}`) }))}
        onChange={(employer) => change({ employer })}
      />
      <SelectFilter
        title={text('since')}
        value={since}
        choices={withOther(sinceChoices, since)}
        onChange={(value) => change({ since: value })}
      />
      {(countOf(sources, 'EXTERNAL') > 0 || conditions.source !== null) && (
        <SelectFilter
          title={text('source')}
          value={conditions.source}
          choices={[
            { value: 'OWN' as const, label: text('source_OWN') },
            { value: 'EXTERNAL' as const, label: text('source_EXTERNAL') },
          ]}
          onChange={(source) => change({ source })}
        />
      )}
      <CodeFacet kind="industry" conditions={conditions} values={facetOf(facets, 'INDUSTRY')} />
      {viewer?.profile && (
        <div className="gq-filter">
          <Check isChecked={conditions.partners} onChange={(partners) => change({ partners })}>
            <span>{text('partners')}</span>
          </Check>
        </div>
      )}
    </>
  );
}

/** An address may ask for what is not on the list. */
function withOther(
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string | null,
  labelOf: (value: string) => string = (own) => own,
) {
  return value === null || choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: labelOf(value) }];
}
