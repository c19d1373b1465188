import { Select } from 'antd';
import { Levels } from '@/graphql/generated/features/reference-data/code-select';
import { useOperation } from '@/shared/graphql/query';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { referenceDataMessages } from './reference-data.messages';
import './reference-data.css';

export interface LevelSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (code: string | undefined) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** What people call their education; the national list has forty entries. */
const EVERYDAY = ['31', '21', '14', '11', '41', '44', '47', '61', '71', '81'] as const;
type Everyday = (typeof EVERYDAY)[number];

/** An education level by its code (GB/T 4658). */
export function EducationLevelSelect(props: LevelSelectProps) {
  const text = useText(referenceDataMessages);
  const { data, isPending } = useOperation(Levels, {});
  const others = (data?.educationLevels ?? []).filter(({ code }) => !isEveryday(code));
  return (
    <LevelSelect
      {...props}
      placeholder={props.placeholder ?? text('educationLevel')}
      isLoading={isPending}
      options={[
        {
          label: text('common'),
          options: EVERYDAY.map((code) => ({ value: code, label: text(`education_${code}`) })),
        },
        {
          label: text('others'),
          options: others.map(({ code, name }) => ({ value: code, label: name })),
        },
      ]}
    />
  );
}

/** A vocational skill level by its code. */
export function SkillLevelSelect(props: LevelSelectProps) {
  const text = useText(referenceDataMessages);
  const locale = useLocale();
  const { data, isPending } = useOperation(Levels, {});
  return (
    <LevelSelect
      {...props}
      placeholder={props.placeholder ?? text('skillLevel')}
      isLoading={isPending}
      options={(data?.skillLevels ?? []).map(({ code, name, englishName }) => ({
        value: code,
        label: locale === 'en' ? englishName : name,
      }))}
    />
  );
}

/** The everyday name of an education level, or the official one. */
export function useEducationLevelName(): (level: {
  readonly code: string;
  readonly name: string;
}) => string {
  const text = useText(referenceDataMessages);
  return ({ code, name }) => (isEveryday(code) ? text(`education_${code}`) : name);
}

function isEveryday(code: string): code is Everyday {
  return (EVERYDAY as readonly string[]).includes(code);
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function LevelSelect({
  isLoading,
  options,
  value,
  ...props
}: LevelSelectProps & {
  readonly isLoading: boolean;
  readonly options: (Option | { readonly label: string; readonly options: Option[] })[];
}) {
  return (
    <Select
      {...props}
      className="gq-code-select"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isLoading}
      value={value ?? null}
      options={options}
    />
  );
}
