import { Button, Input, Select } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { today } from '@/shared/format/days';
import { studentsMessages } from './students.messages';

export type StudentFilterName = 'state' | 'year' | 'class' | 'text' | 'outcome';
export type StudentFilters = Readonly<Partial<Record<StudentFilterName, string>>>;

export interface StudentFiltersBarProps {
  readonly filters: StudentFilters;
  readonly onChange: (changes: Readonly<Partial<Record<StudentFilterName, string | null>>>) => void;
}

/** Years a college deals with: three to come and six behind. */
function years(): number[] {
  const latest = Number(today().slice(0, 4)) + 3;
  return Array.from({ length: 10 }, (_, i) => latest - i);
}

export function StudentFiltersBar({ filters, onChange }: StudentFiltersBarProps) {
  const text = useText(studentsMessages);
  const isNarrowed = Boolean(filters.year ?? filters.class ?? filters.text);
  return (
    <search className="gq-students-filters">
      <Input.Search
        key={`text ${filters.text ?? ''}`}
        className="gq-students-search"
        aria-label={text('searchLabel')}
        placeholder={text('search')}
        defaultValue={filters.text ?? ''}
        maxLength={50}
        allowClear
        onSearch={(value) => onChange({ text: value.trim() })}
      />
      <Select<string>
        aria-label={text('year')}
        value={filters.year ?? ''}
        onChange={(year) => onChange({ year })}
        options={[
          { value: '', label: text('anyYear') },
          ...years().map((year) => ({ value: String(year), label: text('yearOf', { year }) })),
        ]}
      />
      <Input.Search
        key={`class ${filters.class ?? ''}`}
        className="gq-students-class"
        aria-label={text('className')}
        placeholder={text('classHint')}
        defaultValue={filters.class ?? ''}
        maxLength={100}
        allowClear
        onSearch={(value) => onChange({ class: value.trim() })}
      />
      {isNarrowed && (
        <Button type="link" onClick={() => onChange({ year: null, class: null, text: null })}>
          {text('clear')}
        </Button>
      )}
    </search>
  );
}
