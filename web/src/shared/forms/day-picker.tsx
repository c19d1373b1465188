import { DatePicker } from 'antd';
import dayjs from 'dayjs';

export interface DayPickerProps {
  /** Given by the form: a plain day, 2026-11-22. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
  readonly min?: string;
  readonly max?: string;
  readonly 'aria-label'?: string;
}

/** Chooses a day and gives it as text, so that drafts can keep it. */
export function DayPicker({ value, onChange, min, max, ...rest }: DayPickerProps) {
  return (
    <DatePicker
      {...rest}
      className="gq-day-picker"
      value={value ? dayjs(value) : null}
      // Enter takes the day that was typed; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(day: dayjs.Dayjs | null) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
