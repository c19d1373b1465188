import { Button } from 'antd';
import {
  OpenMarket,
  type OpenMarketQuery,
} from '@/graphql/generated/features/statistics/statistics';
import { saveCsv } from '@/shared/format/csv';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Chart } from '@/shared/ui/chart/chart';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Section } from '@/shared/ui/page';
import { Records } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { FigureCards } from './figure-cards';
import { ScopePath } from './scope-path';
import { statisticsMessages } from './statistics.messages';
import { useScope } from './use-scope';

const GROUPINGS = ['REGION', 'OCCUPATION'] as const;

/** What is open on the market now, for those who do not count the region's figures. */
export function MarketView() {
  const text = useText(statisticsMessages);
  const { number, dateTime } = useFormat();
  const [filters, setFilters] = useFilters<'by' | 'region' | 'occupation' | 'occupationName'>();
  const groupBy = GROUPINGS.find((name) => name === filters.by) ?? 'REGION';
  const { region, occupation, occupationName } = filters;
  const query = useOperation(
    OpenMarket,
    {
      filter: {
        ...(region ? { regionCode: region } : {}),
        ...(occupation ? { occupationCode: occupation } : {}),
      },
    },
    { keepPrevious: true },
  );
  const scope = useScope(
    null,
    region ?? null,
    occupation ? { code: occupation, label: occupationName ?? occupation } : null,
  );
  const here = groupBy === 'REGION' ? region : occupation;
  return (
    <Loaded of={query}>
      {({ marketFigures, searchJobPostings: { total, positions, facets, degraded } }) => {
        const values = facets.find(({ name }) => name === groupBy)?.values ?? [];
        return (
          <>
            <Section title={text('market')}>
              <p className="gq-statistics-note">
                {text('asOf', { at: dateTime(marketFigures.asOf) })}
              </p>
              <MarketCards figures={marketFigures} />
            </Section>
            <Section title={text('distribution')}>
              <FilterTabs
                label={text('groupBy')}
                value={groupBy}
                onChange={(by) => setFilters({ by: by === 'REGION' ? null : by })}
                tabs={GROUPINGS.map((value) => ({ value, label: text(`by_${value}`) }))}
              />
              <ScopePath
                label={text('region')}
                steps={scope.regions}
                onChoose={(code) => setFilters({ region: code })}
              />
              <ScopePath
                label={text('occupation')}
                steps={scope.occupations}
                onChoose={(code) => setFilters({ occupation: code })}
              />
              <p role="status">{text('inScope', { count: total, positions: number(positions) })}</p>
              {values.length === 0 ? (
                <EmptyState title={text(degraded ? 'degraded' : 'none')} />
              ) : (
                <Distribution
                  groupBy={groupBy}
                  values={values}
                  here={here ?? null}
                  asOf={marketFigures.asOf}
                  scope={[...scope.regions.slice(-1), ...scope.occupations.slice(-1)]
                    .map(({ label }) => label)
                    .join(' · ')}
                  onDrill={(code, label) =>
                    setFilters(
                      groupBy === 'REGION'
                        ? { region: code }
                        : { occupation: code, occupationName: label },
                    )
                  }
                />
              )}
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}

function MarketCards({ figures }: { readonly figures: OpenMarketQuery['marketFigures'] }) {
  const text = useText(statisticsMessages);
  const { openPostings, openPositions, organisations, hires } = figures;
  return (
    <FigureCards
      label={text('market')}
      figures={[
        {
          key: 'openPostings',
          label: text('openPostings'),
          value: openPostings,
          rule: text('ruleOpenPostings'),
        },
        {
          key: 'openPositions',
          label: text('openPositions'),
          value: openPositions,
          rule: text('ruleOpenPositions'),
        },
        {
          key: 'organisations',
          label: text('organisations'),
          value: organisations,
          rule: text('ruleOrganisations'),
        },
        { key: 'hires', label: text('hires'), value: hires, rule: text('ruleHires') },
      ]}
    />
  );
}

interface DistributionProps {
  readonly groupBy: (typeof GROUPINGS)[number];
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly here: string | null;
  readonly asOf: string;
  readonly scope: string;
  readonly onDrill: (code: string, label: string) => void;
}

function Distribution({ groupBy, values, here, asOf, scope, onDrill }: DistributionProps) {
  const text = useText(statisticsMessages);
  const { number, dateTime } = useFormat();
  const part = text(groupBy === 'REGION' ? 'region' : 'occupation');
  const save = (): void =>
    saveCsv(text('fileNameNow', { day: asOf.slice(0, 10) }), [
      [text('distribution'), text(`by_${groupBy}`)],
      [text('exportScope'), scope],
      [text('exportAsOf'), dateTime(asOf)],
      [],
      [part, text('postings')],
      ...values.map(({ label, count }) => [label, count]),
    ]);
  return (
    <>
      <Chart
        label={text('chartLabel', { figure: text('openPostings'), by: text(`by_${groupBy}`) })}
        seriesName={text('openPostings')}
        kind="bar"
        points={values.slice(0, 20).map(({ value, label, count }) => ({
          key: value === here ? null : value,
          label,
          value: count,
        }))}
        onChoose={(key) => onDrill(key, values.find(({ value }) => value === key)?.label ?? key)}
      />
      <Records
        caption={text('distribution')}
        records={values}
        keyOf={({ value }) => value}
        columns={[
          {
            key: 'part',
            title: part,
            isHead: true,
            render: ({ value, label }) =>
              value === here ? (
                label
              ) : (
                <button
                  type="button"
                  className="gq-statistics-drill"
                  aria-label={text('drill', { name: label })}
                  onClick={() => onDrill(value, label)}
                >
                  {label}
                </button>
              ),
          },
          {
            key: 'count',
            title: text('postings'),
            align: 'end',
            render: ({ count }) => number(count),
          },
        ]}
      />
      <div className="gq-more">
        <Button onClick={save}>{text('export')}</Button>
      </div>
    </>
  );
}
