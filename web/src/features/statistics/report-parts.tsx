import { Button } from 'antd';
import type {
  StatisticsFigureName,
  StatisticsGrouping,
} from '@/graphql/generated/features/statistics/statistics';
import { saveCsv } from '@/shared/format/csv';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Chart } from '@/shared/ui/chart/chart';
import { Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState } from '@/shared/ui/states';
import type { StatisticsReport } from './report';
import { partsOf, type ReportPart } from './report-rows';
import { statisticsMessages } from './statistics.messages';

/** More bars than this nobody compares; the table has all of them. */
const MOST_BARS = 20;

export interface ReportPartsProps {
  readonly report: StatisticsReport;
  readonly figure: StatisticsFigureName;
  readonly groupBy: StatisticsGrouping;
  /** In words, for the export. */
  readonly scope: string;
  readonly regionCode: string | null;
  readonly occupationCode: string | null;
  readonly onDrill: (code: string, label: string) => void;
}

/** One figure as a chart, all of them as a table, and the same as a file. */
export function ReportParts(props: ReportPartsProps) {
  const { report, figure, groupBy, regionCode, occupationCode, onDrill } = props;
  const text = useText(statisticsMessages);
  const { number } = useFormat();
  const parts = partsOf(report, groupBy);
  const chosen = report.figures.find(({ name }) => name === figure);
  if (parts.length === 0 || chosen === undefined) return <EmptyState title={text('none')} />;
  const here = groupBy === 'REGION' ? regionCode : occupationCode;
  const isDrillable = (part: ReportPart): boolean =>
    groupBy !== 'WEEK' && part.key !== null && part.key !== here;
  const by = text(`by_${groupBy}`);
  const points = parts
    .map((part) => ({
      key: isDrillable(part) ? part.key : null,
      label: part.label,
      value: part.values[figure] ?? 0,
    }))
    .filter(({ value }) => groupBy === 'WEEK' || value > 0)
    .sort((a, b) => (groupBy === 'WEEK' ? 0 : b.value - a.value));
  const columns: readonly RecordColumn<ReportPart>[] = [
    {
      key: 'part',
      title: text(groupBy === 'WEEK' ? 'week' : groupBy === 'REGION' ? 'region' : 'occupation'),
      isHead: true,
      render: (part) =>
        part.key !== null && isDrillable(part) ? (
          <DrillButton part={part} onDrill={onDrill} />
        ) : (
          part.label
        ),
    },
    ...report.figures.map(({ name, label }) => ({
      key: name,
      title: label,
      align: 'end' as const,
      render: ({ values }: ReportPart) => number(values[name] ?? 0),
    })),
  ];
  return (
    <>
      <div className="gq-card-header">
        <h3>{text('chartOf', { figure: chosen.label, by })}</h3>
        <ExportButton {...props} parts={parts} />
      </div>
      {points.length === 0 ? (
        <EmptyState title={text('none')} />
      ) : (
        <Chart
          label={text('chartLabel', { figure: chosen.label, by })}
          seriesName={chosen.label}
          kind={groupBy === 'WEEK' ? 'line' : 'bar'}
          points={groupBy === 'WEEK' ? points : points.slice(0, MOST_BARS)}
          onChoose={(key) => onDrill(key, parts.find((part) => part.key === key)?.label ?? key)}
        />
      )}
      {groupBy !== 'WEEK' && points.length > MOST_BARS && (
        <p className="gq-statistics-note">{text('more', { count: MOST_BARS })}</p>
      )}
      <div className="gq-statistics-table">
        <Records
          caption={text('tableOf')}
          columns={columns}
          records={parts}
          keyOf={({ key }) => key ?? ''}
        />
      </div>
    </>
  );
}

function DrillButton({
  part,
  onDrill,
}: {
  readonly part: ReportPart;
  readonly onDrill: ReportPartsProps['onDrill'];
}) {
  const text = useText(statisticsMessages);
  const { key, label } = part;
  if (key === null) return label;
  return (
    <button
      type="button"
      className="gq-statistics-drill"
      aria-label={text('drill', { name: label })}
      onClick={() => onDrill(key, label)}
    >
      {label}
    </button>
  );
}

function ExportButton({
  report,
  groupBy,
  scope,
  parts,
}: ReportPartsProps & { readonly parts: readonly ReportPart[] }) {
  const text = useText(statisticsMessages);
  const { dateTime } = useFormat();
  const { from, through, asOf, figures } = report;
  const save = (): void =>
    saveCsv(text('fileName', { from, through }), [
      [text('title'), text(`by_${groupBy}`)],
      [text('exportScope'), scope],
      [text('exportPeriod'), `${from} – ${through}`],
      [text('exportAsOf'), dateTime(asOf)],
      [],
      [
        text(groupBy === 'WEEK' ? 'week' : groupBy === 'REGION' ? 'region' : 'occupation'),
        ...figures.map(({ label, unit }) => `${label} (${unit})`),
      ],
      ...parts.map(({ label, values }) => [label, ...figures.map(({ name }) => values[name] ?? 0)]),
      [text('total'), ...figures.map(({ total }) => total)],
      [],
      [text('exportRules')],
      ...figures.map(({ label, rule }) => [label, rule]),
    ]);
  return <Button onClick={save}>{text('export')}</Button>;
}
