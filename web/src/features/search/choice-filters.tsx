import { useId, type ReactNode } from 'react';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { countOf, type FacetValue } from './facets';
import { searchMessages } from './search.messages';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface SelectFilterProps<T extends string> {
  readonly title: string;
  readonly value: T | null;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T | null) => void;
}

/** One of a few; the device's own list, which every phone shows well. */
export function SelectFilter<T extends string>({
  title,
  value,
  choices,
  onChange,
}: SelectFilterProps<T>) {
  const text = useText(searchMessages);
  const id = useId();
  return (
    <section className="gq-filter">
      <h3>
        <label htmlFor={id}>{title}</label>
      </h3>
      <select
        id={id}
        className="gq-filter-input"
        value={value ?? ''}
        onChange={(event) =>
          onChange(choices.find((choice) => choice.value === event.target.value)?.value ?? null)
        }
      >
        <option value="">{text('all')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </section>
  );
}

export interface CheckFilterProps<T extends string> {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly T[];
  readonly choices: readonly Choice<T>[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Any of several, with their counts; what nobody offers is left out. */
export function CheckFilter<T extends string>({
  title,
  values,
  chosen,
  choices,
  onChange,
}: CheckFilterProps<T>) {
  const { number } = useFormat();
  const isCounted = values.length > 0;
  const offered = choices.filter(
    ({ value }) => !isCounted || chosen.length > 0 || countOf(values, value) > 0,
  );
  if (offered.length === 0) return null;
  return (
    <fieldset className="gq-filter">
      <legend>{title}</legend>
      {offered.map(({ value, label }) => {
        const count = countOf(values, value);
        return (
          <Check
            key={value}
            isChecked={chosen.includes(value)}
            onChange={(isChecked) =>
              onChange(
                choices
                  .map((choice) => choice.value)
                  .filter((one) => (one === value ? isChecked : chosen.includes(one))),
              )
            }
          >
            <span>{label}</span>
            {/* The others are not counted once one is chosen: they are no longer among the results. */}
            {count > 0 && <span className="gq-filter-count">{number(count)}</span>}
          </Check>
        );
      })}
    </fieldset>
  );
}

export function Check({
  isChecked,
  onChange,
  children,
}: {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="gq-filter-check">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
