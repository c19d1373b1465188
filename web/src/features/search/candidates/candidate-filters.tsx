import { useId, type ReactNode } from 'react';
import {
  EducationLevelSelect,
  MajorSelect,
  OccupationSelect,
  RegionSelect,
  SkillLevelSelect,
} from '@/features/reference-data/code-select';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import type {
  CandidateFacetName,
  SearchCandidatesQuery,
} from '@/graphql/generated/features/search/candidates/candidates';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { CheckFilter } from '../choice-filters';
import type { FacetValue } from '../facets';
import { candidatesMessages } from './candidates.messages';
import {
  EXPERIENCES,
  type CandidateConditions,
  type ChangeConditions,
  type CodeCondition,
} from './use-candidate-conditions';

export interface CandidateFiltersProps {
  readonly conditions: CandidateConditions;
  readonly change: ChangeConditions;
  readonly facets: SearchCandidatesQuery['searchCandidates']['facets'];
}

const SHOWN = 6;

/** Everything candidates can be narrowed by; each choice searches at once. */
export function CandidateFilters({ conditions, change, facets }: CandidateFiltersProps) {
  const text = useText(candidatesMessages);
  const { number } = useFormat();
  const levelName = useEducationLevelName();
  const dayId = useId();
  const counts = (name: CandidateFacetName): readonly FacetValue[] =>
    facets.find((facet) => facet.name === name)?.values ?? [];
  const choose = (name: CodeCondition) => ({
    'aria-label': text(name),
    placeholder: text(name),
    value: conditions[name],
    onChange: (code: string | undefined) => change({ [name]: code ?? null }),
  });
  const homes = counts('REGION').filter(({ value }) => value !== conditions.home);
  const educations = counts('EDUCATION');
  return (
    <>
      <Part title={text('home')}>
        <RegionSelect {...choose('home')} />
        <ul className="gq-filter-values">
          {homes.slice(0, SHOWN).map(({ value, label, count }) => (
            <li key={value}>
              <button
                type="button"
                className="gq-candidates-home"
                onClick={() => change({ home: value })}
              >
                <span>{label}</span>
                <span className="gq-filter-count">{number(count)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={text('work')}>
        <RegionSelect {...choose('work')} />
      </Part>
      <Part title={text('occupation')}>
        <OccupationSelect {...choose('occupation')} />
      </Part>
      <CheckFilter
        title={text('experience')}
        values={counts('EXPERIENCE')}
        chosen={conditions.experience}
        choices={EXPERIENCES.map((value) => ({ value, label: text(`experience_${value}`) }))}
        onChange={(experience) => change({ experience })}
      />
      <Part title={text('education')}>
        <EducationLevelSelect {...choose('education')} />
        {educations.length > 0 && (
          <p className="gq-candidates-note">
            {text('educations', {
              list: educations
                .map(({ value, label, count }) =>
                  text('counted', {
                    label: levelName({ code: value, name: label }),
                    count: number(count),
                  }),
                )
                .join(text('comma')),
            })}
          </p>
        )}
      </Part>
      <Part title={text('major')}>
        <MajorSelect {...choose('major')} />
      </Part>
      <Part title={text('level')}>
        <SkillLevelSelect {...choose('level')} />
      </Part>
      <section className="gq-filter">
        <h3>
          <label htmlFor={dayId}>{text('by')}</label>
        </h3>
        <input
          id={dayId}
          type="date"
          className="gq-filter-input"
          aria-describedby={`${dayId}-help`}
          value={conditions.by ?? ''}
          onChange={(event) => change({ by: event.target.value || null })}
        />
        <p id={`${dayId}-help`} className="gq-candidates-note">
          {text('byHelp')}
        </p>
      </section>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gq-filter gq-candidates-filter">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
