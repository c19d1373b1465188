import { Button, Select } from 'antd';
import { OccupationSelect, RegionSelect } from '@/features/reference-data/code-select';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { matchingMessages } from './matching.messages';
import { PAY_CHOICES, type useRecommendationFilters } from './use-recommendation-filters';

export interface RecommendationFiltersProps {
  readonly filters: ReturnType<typeof useRecommendationFilters>;
}

/** Region, occupation and pay of the postings recommended. */
export function RecommendationFilters({ filters }: RecommendationFiltersProps) {
  const text = useText(matchingMessages);
  const { number } = useFormat();
  const { region, occupation, pay, set, isNarrowed, clear } = filters;
  return (
    <div className="gq-matching-filters" role="group" aria-label={text('filters')}>
      <RegionSelect
        aria-label={text('filterRegion')}
        placeholder={text('filterRegion')}
        value={region}
        onChange={(code) => set({ region: code ?? null })}
      />
      <OccupationSelect
        aria-label={text('filterOccupation')}
        placeholder={text('filterOccupation')}
        value={occupation}
        onChange={(code) => set({ occupation: code ?? null })}
      />
      <Select<number>
        allowClear
        aria-label={text('filterPay')}
        placeholder={text('filterPay')}
        value={pay}
        onChange={(amount: number | undefined) => set({ pay: amount ? String(amount) : null })}
        options={PAY_CHOICES.map((amount) => ({
          value: amount,
          label: text('payAtLeast', { amount: number(amount) }),
        }))}
      />
      {isNarrowed && (
        <Button type="link" onClick={clear}>
          {text('clearFilters')}
        </Button>
      )}
    </div>
  );
}
