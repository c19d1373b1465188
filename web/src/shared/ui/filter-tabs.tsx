import './filter-tabs.css';

export interface FilterTab<TValue extends string> {
  readonly value: TValue;
  readonly label: string;
  readonly count?: string | null;
}

export interface FilterTabsProps<TValue extends string> {
  /** What is chosen by it. */
  readonly label: string;
  readonly tabs: readonly FilterTab<TValue>[];
  readonly value: TValue;
  readonly onChange: (value: TValue) => void;
}

/** A choice of one list among a few, in sight. */
export function FilterTabs<TValue extends string>(props: FilterTabsProps<TValue>) {
  const { label, tabs, value, onChange } = props;
  return (
    <div className="gq-filter-tabs" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count != null && <span className="gq-filter-tabs-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
