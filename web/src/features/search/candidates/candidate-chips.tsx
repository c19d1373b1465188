import { Levels, MajorByCode } from '@/graphql/generated/features/reference-data/code-select';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { CloseIcon } from '../search-icons';
import { useCodePath } from '../use-code-path';
import { candidatesMessages } from './candidates.messages';
import {
  NO_FILTERS,
  type CandidateConditions,
  type ChangeConditions,
  type CodeCondition,
} from './use-candidate-conditions';

export interface CandidateChipsProps {
  readonly conditions: CandidateConditions;
  readonly change: ChangeConditions;
}

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: Partial<CandidateConditions>;
}

/** What the search is narrowed by; each condition can be taken out. */
export function CandidateChips({ conditions, change }: CandidateChipsProps) {
  const text = useText(candidatesMessages);
  const chips = useChips(conditions);
  if (chips.length === 0) return null;
  return (
    <ul className="gq-search-chips" aria-label={text('chips')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className="gq-search-chip gq-candidates-chip"
            aria-label={text('remove', { condition: label })}
            onClick={() => change(without)}
          >
            {label}
            <CloseIcon size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="gq-filter-more" onClick={() => change(NO_FILTERS)}>
            {text('clearAll')}
          </button>
        </li>
      )}
    </ul>
  );
}

function useChips(conditions: CandidateConditions): readonly Chip[] {
  const text = useText(candidatesMessages);
  const { date } = useFormat();
  const names = useNames(conditions);
  const coded = (Object.keys(names) as CodeCondition[]).flatMap((name): Chip[] => {
    const value = conditions[name];
    if (value === null) return [];
    const label = text('chip', { name: text(name), value: names[name] ?? value });
    return [{ key: name, label, without: { [name]: null } }];
  });
  const bands = conditions.experience.map((band) => ({
    key: band,
    label: text('chip', { name: text('experience'), value: text(`experience_${band}`) }),
    without: { experience: conditions.experience.filter((other) => other !== band) },
  }));
  const { by } = conditions;
  const day = by === null ? [] : [{ key: 'by', label: dayLabel(by), without: { by: null } }];
  return [...coded, ...bands, ...day];

  function dayLabel(value: string): string {
    return text('chip', { name: text('by'), value: date(value) });
  }
}

/** What the codes are called; undefined while unknown. */
function useNames(conditions: CandidateConditions): Record<CodeCondition, string | undefined> {
  const { home, work, occupation, education, major, level } = conditions;
  const locale = useLocale();
  const levelName = useEducationLevelName();
  const { data: levels } = useOperation(Levels, {});
  const { data: majors } = useOperation(
    MajorByCode,
    { code: major ?? '' },
    { enabled: major !== null },
  );
  const educationLevel = levels?.educationLevels.find(({ code }) => code === education);
  const skillLevel = levels?.skillLevels.find(({ code }) => code === level);
  return {
    home: useCodePath('region', home).at(-1)?.name,
    work: useCodePath('region', work).at(-1)?.name,
    occupation: useCodePath('occupation', occupation).at(-1)?.name,
    education: educationLevel && levelName(educationLevel),
    major: majors?.major?.name,
    level: locale === 'en' ? skillLevel?.englishName : skillLevel?.name,
  };
}
