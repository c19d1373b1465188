import { Button, Checkbox, Input } from 'antd';
import { RegionSelect } from '@/features/reference-data/code-select';
import { EducationLevelSelect } from '@/features/reference-data/level-select';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { recommendedMessages } from './recommended.messages';

const CODE = /^[\w.-]{1,20}$/;
const LONGEST_SKILL = 50;

/** What the list is narrowed by, as it stands in the address; what is nonsense there counts for nothing. */
export function useCandidateFilters() {
  const [filters, set] = useFilters<'region' | 'education' | 'skill' | 'first'>();
  const codeOr = (code: string | undefined): string | null =>
    code !== undefined && CODE.test(code) ? code : null;
  const skill = filters.skill?.trim().slice(0, LONGEST_SKILL) ?? '';
  const asked = {
    regionCode: codeOr(filters.region),
    educationAtLeast: codeOr(filters.education),
    skill: skill === '' ? null : skill,
    onlyFirst: filters.first === '1' ? true : null,
  };
  const isNarrowed = Object.values(asked).some((value) => value !== null);
  return {
    ...asked,
    set,
    isNarrowed,
    /** For the API; null when everybody is asked for. */
    filter: isNarrowed ? asked : null,
    clear: () => set({ region: null, education: null, skill: null, first: null }),
  };
}

export interface CandidateFiltersProps {
  readonly filters: ReturnType<typeof useCandidateFilters>;
}

/** Place, education and skill of the people recommended. */
export function CandidateFilters({ filters }: CandidateFiltersProps) {
  const text = useText(recommendedMessages);
  const { regionCode, educationAtLeast, skill, onlyFirst, set, isNarrowed, clear } = filters;
  return (
    <div className="gq-recommended-filters" role="group" aria-label={text('filters')}>
      <RegionSelect
        aria-label={text('filterRegion')}
        placeholder={text('filterRegion')}
        value={regionCode}
        onChange={(code) => set({ region: code ?? null })}
      />
      <EducationLevelSelect
        aria-label={text('filterEducation')}
        placeholder={text('filterEducation')}
        value={educationAtLeast}
        onChange={(code) => set({ education: code ?? null })}
      />
      <Input.Search
        key={skill ?? ''}
        className="gq-recommended-skill"
        aria-label={text('filterSkill')}
        placeholder={text('filterSkill')}
        defaultValue={skill ?? ''}
        maxLength={LONGEST_SKILL}
        allowClear
        onSearch={(typed) => set({ skill: typed.trim() })}
      />
      <Checkbox
        checked={onlyFirst === true}
        onChange={({ target }) => set({ first: target.checked ? '1' : null })}
      >
        {text('filterFirst')}
      </Checkbox>
      {isNarrowed && (
        <Button type="link" onClick={clear}>
          {text('clearFilters')}
        </Button>
      )}
    </div>
  );
}
