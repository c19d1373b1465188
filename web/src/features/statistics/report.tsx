import {
  Statistics,
  type StatisticsFigureName,
  type StatisticsGrouping,
  type StatisticsQuery,
} from '@/graphql/generated/features/statistics/statistics';
import { addDays, today } from '@/shared/format/days';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { FigureCards } from './figure-cards';
import { PeriodPicker } from './period-picker';
import { ReportParts } from './report-parts';
import { ScopePath } from './scope-path';
import { statisticsMessages } from './statistics.messages';
import { useScope, type Root } from './use-scope';

export type StatisticsReport = StatisticsQuery['statistics'];

const FIGURES: readonly StatisticsFigureName[] = [
  'POSTINGS',
  'POSITIONS',
  'APPLICATIONS',
  'INTERVIEWS',
  'OFFERS',
  'HIRES',
  'AGREEMENTS',
];
const GROUPINGS: readonly StatisticsGrouping[] = ['WEEK', 'REGION', 'OCCUPATION'];
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Twelve weeks, the current one among them. */
const USUAL_DAYS = 84;

type FilterName = 'from' | 'through' | 'by' | 'figure' | 'region' | 'occupation' | 'occupationName';

/** Every figure for a period, broken down by week, region or occupation, each part a way further down. */
export function Report({ root }: { readonly root: Root | null }) {
  const text = useText(statisticsMessages);
  const { dateTime } = useFormat();
  const [filters, setFilters] = useFilters<FilterName>();
  const through = dayOr(filters.through, today());
  const from = dayOr(filters.from, addDays(through, 1 - USUAL_DAYS));
  const groupBy = GROUPINGS.find((name) => name === filters.by) ?? 'WEEK';
  const figure = FIGURES.find((name) => name === filters.figure) ?? 'POSTINGS';
  const regionCode = filters.region ?? null;
  const occupationCode = filters.occupation ?? null;
  const query = useOperation(
    Statistics,
    { figures: FIGURES, from, through, groupBy, regionCode, occupationCode },
    { enabled: from <= through, keepPrevious: true },
  );
  const scope = useScope(
    root,
    regionCode,
    occupationCode === null
      ? null
      : { code: occupationCode, label: filters.occupationName ?? occupationCode },
  );
  const drill = (code: string, label: string): void => {
    if (groupBy === 'REGION') setFilters({ region: code });
    else if (groupBy === 'OCCUPATION') setFilters({ occupation: code, occupationName: label });
  };
  return (
    <>
      <div className="gq-statistics-bar">
        <PeriodPicker from={from} through={through} onChange={(period) => setFilters(period)} />
        <FilterTabs
          label={text('groupBy')}
          value={groupBy}
          onChange={(by) => setFilters({ by: by === 'WEEK' ? null : by })}
          tabs={GROUPINGS.map((value) => ({ value, label: text(`by_${value}`) }))}
        />
      </div>
      <ScopePath
        label={text('region')}
        steps={scope.regions}
        onChoose={(region) => setFilters({ region })}
      />
      <ScopePath
        label={text('occupation')}
        steps={scope.occupations}
        onChoose={(occupation) =>
          setFilters({ occupation, ...(occupation === null ? { occupationName: null } : {}) })
        }
      />
      {from > through ? (
        <EmptyState title={text('wrongPeriod')} />
      ) : (
        <Loaded of={query}>
          {({ statistics }) => (
            <>
              <p className="gq-statistics-note" role="status">
                {text('asOf', { at: dateTime(statistics.asOf) })} · {text('figuresHint')}
              </p>
              <FigureCards
                label={text('figures')}
                figures={statistics.figures.map(({ name, label, total, unit, rule }) => ({
                  key: name,
                  label,
                  value: total,
                  unit,
                  rule: text('rule', { rule }),
                }))}
                chosen={figure}
                onChoose={(chosen) => setFilters({ figure: chosen })}
              />
              <Section title={text('tableOf')}>
                <ReportParts
                  report={statistics}
                  figure={figure}
                  groupBy={groupBy}
                  scope={[...scope.regions.slice(-1), ...scope.occupations.slice(-1)]
                    .map(({ label }) => label)
                    .join(' · ')}
                  regionCode={regionCode ?? root?.code ?? null}
                  occupationCode={occupationCode}
                  onDrill={drill}
                />
              </Section>
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

function dayOr(value: string | undefined, otherwise: string): string {
  return value !== undefined && DAY.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : otherwise;
}
