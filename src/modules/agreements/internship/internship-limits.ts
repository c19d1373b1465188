import { readFileSync } from 'node:fs';
import { z } from 'zod';

const day = z.iso.date();
const share = z.number().gt(0).max(1);

const edition = z.strictObject({
  validFrom: day,
  source: z.string().min(1),
  /** Years of age on the first day. */
  minAge: z.int().min(0).max(100),
  /** 2: nobody in the first year. */
  minStudyYear: z.int().min(1).max(6),
  maxHoursPerDay: z.number().gt(0).max(24),
  maxHoursPerWeek: z.number().gt(0).max(168),
  allowsNightWork: z.boolean(),
  /** Of the wage of the post, or of its lowest grade. */
  payShare: share,
  /** Interns among the employees of the host, and of such posts. */
  maxShareOfHost: share,
  maxShareOfPost: share,
});

const minimum = z.strictObject({
  /** Code of the region; it holds for everything within unless a nearer one is given. */
  region: z.string().regex(/^\d{6}$/),
  validFrom: day,
  yuan: z.number().gt(0),
  source: z.string().min(1),
});

const limits = z
  .strictObject({
    editions: z.array(edition).min(1),
    /** How long studies last, by band of education. */
    studyYears: z.record(z.string(), z.int().min(1).max(8)),
    hourlyMinimums: z.array(minimum),
  })
  .parse(JSON.parse(readFileSync(new URL('internship-limits.json', import.meta.url), 'utf8')));

export type InternshipLimits = z.output<typeof edition>;
export type HourlyMinimum = z.output<typeof minimum>;

function latest<Dated extends { readonly validFrom: string }>(
  all: readonly Dated[],
  on: string,
): Dated | null {
  const valid = all.filter(({ validFrom }) => validFrom <= on);
  return valid.sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0] ?? null;
}

/** The rules that hold on a day; the first edition for days before it. */
export function limitsOn(on: string): InternshipLimits {
  const [first] = limits.editions;
  const found = latest(limits.editions, on) ?? first;
  if (!found) throw new Error('There are no rules for internships');
  return found;
}

/** The lowest pay of an hour at a place, given the codes of its regions from the nearest up; null where none is known. */
export function hourlyMinimumAt(regions: readonly string[], on: string): HourlyMinimum | null {
  for (const region of regions) {
    const found = latest(
      limits.hourlyMinimums.filter((each) => each.region === region),
      on,
    );
    if (found) return found;
  }
  return null;
}

/** How many years studies of a band take; three where nobody says. */
export function studyYearsOf(band: string | null): number {
  return (band === null ? undefined : limits.studyYears[band]) ?? 3;
}
