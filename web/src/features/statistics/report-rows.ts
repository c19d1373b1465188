import type {
  StatisticsFigureName,
  StatisticsGrouping,
} from '@/graphql/generated/features/statistics/statistics';
import { addDays } from '@/shared/format/days';
import type { StatisticsReport } from './report';

/** One row of the table: a week, a region or an occupation with every figure. */
export interface ReportPart {
  readonly key: string | null;
  readonly label: string;
  readonly values: Readonly<Partial<Record<StatisticsFigureName, number>>>;
}

/** The figures' parts side by side; weeks without anything are named as well, for zero is a figure too. */
export function partsOf(report: StatisticsReport, groupBy: StatisticsGrouping): ReportPart[] {
  const rows = new Map<string | null, { label: string; values: Record<string, number> }>();
  if (groupBy === 'WEEK')
    for (const monday of mondays(report.from, report.through))
      rows.set(monday, { label: monday, values: {} });
  for (const { name, groups } of report.figures)
    for (const { key, label, value } of groups) {
      const row = rows.get(key) ?? { label, values: {} };
      row.values[name] = value;
      rows.set(key, row);
    }
  const parts = [...rows].map(([key, row]) => ({ key, ...row }));
  return groupBy === 'WEEK' ? parts.sort((a, b) => (a.label < b.label ? -1 : 1)) : parts;
}

/** The Mondays of all weeks that touch the period. */
function mondays(from: string, through: string): string[] {
  const weekday = (new Date(from).getUTCDay() + 6) % 7;
  const days: string[] = [];
  for (let day = addDays(from, -weekday); day <= through; day = addDays(day, 7)) days.push(day);
  return days;
}
