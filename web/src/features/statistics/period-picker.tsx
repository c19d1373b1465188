import { addDays, today } from '@/shared/format/days';
import { DayPicker } from '@/shared/forms/day-picker';
import { useText } from '@/shared/i18n/messages';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { statisticsMessages } from './statistics.messages';

export interface PeriodPickerProps {
  readonly from: string;
  readonly through: string;
  readonly onChange: (period: { from?: string | null; through?: string | null }) => void;
}

const PRESETS = ['4', '12', '52'] as const;

export function PeriodPicker({ from, through, onChange }: PeriodPickerProps) {
  const text = useText(statisticsMessages);
  const now = today();
  const startOf = (weeks: string): string => addDays(now, 1 - Number(weeks) * 7);
  const preset = PRESETS.find((weeks) => through === now && from === startOf(weeks));
  return (
    <>
      <FilterTabs<string>
        label={text('presets')}
        value={preset ?? ''}
        onChange={(weeks) => onChange({ from: startOf(weeks), through: null })}
        tabs={PRESETS.map((value) => ({ value, label: text(`preset_${value}`) }))}
      />
      <div className="gq-statistics-days" role="group" aria-label={text('period')}>
        <DayPicker
          aria-label={text('from')}
          value={from}
          max={now}
          onChange={(day) => onChange({ from: day })}
        />
        <span aria-hidden="true">–</span>
        <DayPicker
          aria-label={text('through')}
          value={through}
          onChange={(day) => onChange({ through: day })}
        />
      </div>
    </>
  );
}
