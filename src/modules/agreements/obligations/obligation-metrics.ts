import { readFileSync } from 'node:fs';
import { z } from 'zod';

const label = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[A-Z][A-Z_]{1,39}$/);

const metric = z.strictObject({
  code,
  name: label,
  unit: label,
  /** Roles of the parties that can owe it. */
  roles: z.array(code).min(1),
  /** Which records of the platform prove it; null where it has none, so that parties enter it. */
  records: label.nullable(),
});

const { metrics, atRisk, endsSoonDays } = z
  .strictObject({
    /** At risk once that share of the time is over and what is done lags behind it by more than the slack. */
    atRisk: z.strictObject({
      fromElapsed: z.number().min(0).max(1),
      slack: z.number().min(0).max(1),
    }),
    /** When the parties are reminded of the end, in days before it, the earliest first. */
    endsSoonDays: z.array(z.int().min(1).max(365)).min(1),
    metrics: z.array(metric).min(1),
  })
  .parse(JSON.parse(readFileSync(new URL('obligation-metrics.json', import.meta.url), 'utf8')));

export type ObligationMetric = z.output<typeof metric>;

/** What obligations are measured by: data. A metric is never taken out while some agreement has it. */
export const OBLIGATION_METRICS: readonly ObligationMetric[] = metrics;
export const AT_RISK = atRisk;
export const ENDS_SOON_DAYS: readonly number[] = endsSoonDays;

/** Null for a code nobody knows. */
export function findMetric(metricCode: string): ObligationMetric | null {
  return metrics.find((known) => known.code === metricCode) ?? null;
}

/** Of an obligation there is. */
export function metricOf(metricCode: string): ObligationMetric {
  const found = findMetric(metricCode);
  if (!found) throw new Error(`Obligations measured by ${metricCode} are not described`);
  return found;
}
