import { RegionSelect } from '@/features/reference-data/code-select';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { JobFairRecords } from './job-fair-records';
import { jobFairMessages } from './job-fairs.messages';
import './job-fairs.css';

/** Fairs the viewer may see, to come or past, everywhere or in one region. */
export function Page() {
  const text = useText(jobFairMessages);
  const [{ period, region }, setFilters] = useFilters<'period' | 'region'>();
  const shown = period === 'PAST' ? 'PAST' : 'UPCOMING';
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <div className="gq-job-fairs-filters">
        <FilterTabs
          label={text('show')}
          value={shown}
          tabs={[
            { value: 'UPCOMING', label: text('upcoming') },
            { value: 'PAST', label: text('past') },
          ]}
          onChange={(value) => setFilters({ period: value === 'PAST' ? value : null })}
        />
        <RegionSelect
          aria-label={text('region')}
          value={region ?? null}
          onChange={(code) => setFilters({ region: code ?? null })}
        />
      </div>
      <JobFairRecords filter={{ period: shown, regionCode: region ?? null }} />
    </Frame>
  );
}
