import { useId, useState, type ReactNode } from 'react';
import type { AgreementRegistryCountsQuery } from '@/graphql/generated/features/agreements/registry/registry';
import { useText } from '@/shared/i18n/messages';
import { agreementsMessages } from '../agreements.messages';
import {
  ENDING_DAYS,
  ORDERS,
  orderOf,
  STATES,
  type RegistryFilterName,
  type RegistryFilters,
} from './registry-filters';
import { PROVINCE_TILES } from './province-tiles';
import { provinceMessages } from './provinces.messages';
import { registryMessages } from './registry.messages';

type Changes = Readonly<Partial<Record<RegistryFilterName, string | null>>>;

export interface RegistryBarProps {
  readonly filters: RegistryFilters;
  readonly onChange: (changes: Changes) => void;
  readonly kinds: AgreementRegistryCountsQuery['agreementKinds'];
  readonly years: readonly number[];
}

const NOTHING: Changes = {
  text: null,
  kind: null,
  form: null,
  state: null,
  year: null,
  ending: null,
  province: null,
};

/** What the register is narrowed by. */
export function RegistryBar({ filters, onChange, kinds, years }: RegistryBarProps) {
  const text = useText(registryMessages);
  const words = useText(agreementsMessages);
  const nameOf = useText(provinceMessages);
  const tile = PROVINCE_TILES.find(({ code }) => code === filters.province);
  const forms = kinds.filter(({ code }) => filters.kind === undefined || code === filters.kind);
  const isNarrowed = Object.keys(NOTHING).some((name) => name in filters);
  const select = (
    name: RegistryFilterName,
    label: string,
    options: readonly Option[],
  ): ReactNode => (
    <Choice
      label={label}
      value={filters[name] ?? ''}
      options={options}
      onChange={(value) => onChange({ [name]: value, ...(name === 'kind' ? { form: null } : {}) })}
    />
  );
  return (
    <div className="gq-registry-bar" role="search" aria-label={text('filters')}>
      <SearchField value={filters.text ?? ''} onChange={(value) => onChange({ text: value })} />
      {select(
        'kind',
        text('kind'),
        kinds.map(({ code, name }) => [code, name]),
      )}
      {select(
        'form',
        text('subKind'),
        forms.flatMap(({ subKinds }) => subKinds.map(({ code, name }): Option => [code, name])),
      )}
      {select(
        'state',
        text('state'),
        STATES.map((state) => [state, words(`state_${state}`)]),
      )}
      {select(
        'year',
        text('year'),
        years.map((year) => [String(year), text('yearOf', { year: String(year) })]),
      )}
      {select(
        'ending',
        text('ending'),
        ENDING_DAYS.map((days) => [String(days), text('endingIn', { count: days })]),
      )}
      <Choice
        label={text('order')}
        value={orderOf(filters)}
        options={ORDERS.map((order) => [order, text(`order_${order}`)])}
        isAlways
        onChange={(order) => onChange({ order: order === 'NEWEST' ? null : order })}
      />
      {tile && (
        <button
          type="button"
          className="gq-button gq-button-plain gq-registry-clear"
          onClick={() => onChange({ province: null })}
        >
          {text('province', { name: nameOf(tile.letters) })} <span aria-hidden="true">×</span>
          <span className="gq-hidden-text">{text('removeProvince')}</span>
        </button>
      )}
      {isNarrowed && (
        <button
          type="button"
          className="gq-button gq-button-plain gq-registry-clear"
          onClick={() => onChange(NOTHING)}
        >
          {text('clear')}
        </button>
      )}
    </div>
  );
}

type Option = readonly [value: string, label: string];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** Without a way to choose none. */
  readonly isAlways?: boolean;
  readonly onChange: (value: string) => void;
}

/** The device's own list, which every phone shows well. */
function Choice({ label, value, options, isAlways = false, onChange }: ChoiceProps) {
  const text = useText(registryMessages);
  const id = useId();
  return (
    <div className="gq-registry-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {!isAlways && <option value="">{text('all')}</option>}
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(registryMessages);
  const id = useId();
  const [typed, setTyped] = useState(value);
  // What the address says wins when it changes: filters were cleared, or somebody went back.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <form
      className="gq-registry-field gq-registry-search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <label htmlFor={id}>{text('text')}</label>
      <span>
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={100}
          placeholder={text('textHint')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="gq-button gq-button-plain">
          {text('search')}
        </button>
      </span>
    </form>
  );
}
