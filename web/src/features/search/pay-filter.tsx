import { useEffect, useId, useState } from 'react';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { countOf, type FacetValue } from './facets';
import { PAY_MAX, PAY_STEP, type SearchConditions } from './search-conditions';
import { searchMessages } from './search.messages';
import type { ChangeSearch } from './use-change-search';

/** Bands by which the API counts, with the pay they begin at. */
const BANDS = [
  ['UNDER_4000', 0],
  ['FROM_4000', 4000],
  ['FROM_6000', 6000],
  ['FROM_8000', 8000],
  ['FROM_12000', 12_000],
  ['FROM_20000', 20_000],
] as const;
const BAR_HEIGHT = 36;
/** The slider goes this far beyond the last band's beginning, for its bar to have a width. */
const AXIS_END = 22_000;
const PAUSE_MS = 350;

export interface PayFilterProps {
  readonly conditions: SearchConditions;
  readonly values: readonly FacetValue[];
  readonly change: ChangeSearch;
}

/** The least pay a month by a slider, below how many postings pay how much. */
export function PayFilter({ conditions, values, change }: PayFilterProps) {
  const text = useText(searchMessages);
  const { number } = useFormat();
  const id = useId();
  const asked = Math.min(conditions.pay ?? 0, PAY_MAX);
  const [pay, setPay] = useState(asked);
  const [shown, setShown] = useState(asked);
  if (shown !== asked) {
    setShown(asked);
    setPay(asked);
  }
  useEffect(() => {
    if (pay === asked) return;
    // While it is being dragged nothing is searched for.
    const timer = setTimeout(() => change({ pay: pay === 0 ? null : pay }), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const label = pay === 0 ? text('payAny') : text('payAtLeast', { amount: number(pay) });
  return (
    <section className="gq-filter">
      <h3>
        <label htmlFor={id}>{text('pay')}</label>
      </h3>
      <PayHistogram values={values} from={pay} />
      <input
        id={id}
        className="gq-filter-range"
        type="range"
        min={0}
        max={PAY_MAX}
        step={PAY_STEP}
        value={pay}
        aria-valuetext={label}
        onChange={(event) => setPay(Number(event.target.value))}
      />
      <p className="gq-filter-value">{label}</p>
    </section>
  );
}

function PayHistogram({
  values,
  from,
}: {
  readonly values: readonly FacetValue[];
  readonly from: number;
}) {
  const text = useText(searchMessages);
  const counts = BANDS.map(([band, start], index) => ({
    band,
    start,
    end: BANDS[index + 1]?.[1] ?? AXIS_END,
    count: countOf(values, band),
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  if (most === 0) return null;
  return (
    <svg
      className="gq-filter-histogram"
      viewBox={`0 0 ${AXIS_END} ${BAR_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text('payHistogram')}
    >
      {counts.map(({ band, start, end, count }) => {
        const height = Math.max((count / most) * BAR_HEIGHT, count > 0 ? 2 : 0);
        return (
          <rect
            key={band}
            className={end > from ? 'gq-filter-bar-on' : 'gq-filter-bar'}
            x={start + 150}
            y={BAR_HEIGHT - height}
            width={end - start - 300}
            height={height}
          />
        );
      })}
    </svg>
  );
}
