import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { ReferenceReader, skillKey } from '../../reference-data/index.js';
import type { RequirementInputs } from '../requirement/requirement.inputs.js';
import { jobPostingErrors } from './job-posting.errors.js';
import type { ContentChanges } from './job-posting.inputs.js';
import type { JobPostingColumns, RequirementRow } from './job-posting.repository.js';
import { dayOf, MAX_START_DAYS, MAX_VALIDITY_DAYS, monthlyPayFen } from './job-posting.rules.js';

/** What an input means for the columns: codes looked up, pay made comparable, days checked. Absent stays absent. */
@Injectable()
export class PostingContentService {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  /** `at` is where the content stands below `input`; a day that stands already is not refused for having passed. */
  async columns(
    given: ContentChanges,
    at: readonly string[] = [],
    before: { readonly startsOn: Date | null } = { startsOn: null },
  ): Promise<JobPostingColumns> {
    const columns: JobPostingColumns = {};
    const plain = [
      'engagementType',
      'headcount',
      'duties',
      'conditions',
      'workConditions',
      'address',
      'experienceYearsMin',
    ] as const;
    for (const name of plain)
      if (given[name] !== undefined) Object.assign(columns, { [name]: given[name] });
    if (given.title) columns.title = given.title;
    if (given.benefits !== undefined) columns.benefits = [...new Set(given.benefits ?? [])];
    if (given.validThrough !== undefined)
      columns.validThrough = this.validity(given.validThrough, at);
    if (given.startsOn !== undefined)
      columns.startsOn = this.start(given.startsOn, before.startsOn, at);
    if (given.pay !== undefined) Object.assign(columns, payColumns(given.pay));
    await this.addCodes(columns, given, at);
    return columns;
  }

  /** The requirements as rows; codes must exist, and nothing stands twice. */
  async requirements(
    given: RequirementInputs,
    at: readonly string[] = [],
  ): Promise<RequirementRow[]> {
    const rows: RequirementRow[] = [];
    const seen = new Set<string>();
    for (const [i, { kind, value, minimum, isRequired, weight }] of given.entries()) {
      const field = [...at, 'requirements', String(i), 'value'];
      const code = await this.codeOf(kind, value, field);
      const normalisedValue = code ?? skillKey(value);
      const key = `${kind} ${normalisedValue}`;
      if (seen.has(key)) throw jobPostingErrors.REQUIREMENT_DUPLICATE({ field });
      seen.add(key);
      rows.push({
        kind,
        value: code ?? value,
        normalisedValue,
        minimum: minimum ?? null,
        isRequired,
        weight,
      });
    }
    return rows;
  }

  private async codeOf(
    kind: RequirementRow['kind'],
    value: string,
    field: readonly string[],
  ): Promise<string | null> {
    if (kind === 'EDUCATION')
      return (await this.reference.requireEducationLevel(value, field)).code;
    if (kind === 'MAJOR') return (await this.reference.requireMajor(value, field)).code;
    if (kind === 'SKILL_LEVEL') return (await this.reference.requireSkillLevel(value, field)).code;
    return null;
  }

  private async addCodes(
    columns: JobPostingColumns,
    given: ContentChanges,
    at: readonly string[],
  ): Promise<void> {
    const { regionCode, occupationCode, industryCode, educationLevelCode, skillLevelCode } = given;
    const field = (name: string) => [...at, name];
    if (regionCode !== undefined)
      columns.regionId =
        regionCode && (await this.reference.requireRegion(regionCode, field('regionCode'))).id;
    if (occupationCode !== undefined)
      columns.occupationCode =
        occupationCode &&
        (await this.reference.requireOccupation(occupationCode, field('occupationCode'))).code;
    if (industryCode !== undefined)
      columns.industryCode =
        industryCode &&
        (await this.reference.requireIndustry(industryCode, field('industryCode'))).code;
    if (educationLevelCode !== undefined) {
      const level =
        educationLevelCode === null
          ? null
          : await this.reference.requireEducationLevel(
              educationLevelCode,
              field('educationLevelCode'),
            );
      columns.educationLevelCode = level?.code ?? null;
      columns.educationRank = level?.rank ?? null;
    }
    if (skillLevelCode !== undefined)
      columns.skillLevelId =
        skillLevelCode &&
        (await this.reference.requireSkillLevel(skillLevelCode, field('skillLevelCode'))).code;
  }

  private start(day: string | null, before: Date | null, at: readonly string[]): Date | null {
    if (day === null) return null;
    const column = dayColumn(day);
    if (column.getTime() === before?.getTime()) return column;
    const field = [...at, 'startsOn'];
    const today = this.clock.today();
    if (day < today) throw jobPostingErrors.START_PAST({ field });
    if (day > daysAfter(today, MAX_START_DAYS))
      throw jobPostingErrors.START_TOO_FAR({ field, params: { days: MAX_START_DAYS } });
    return column;
  }

  private validity(day: string | null, at: readonly string[]): Date | null {
    if (day === null) return null;
    const field = [...at, 'validThrough'];
    checkValidity(day, this.clock.today(), field);
    return dayColumn(day);
  }
}

export function checkValidity(day: string, today: string, field: readonly string[]): void {
  if (day < today) throw jobPostingErrors.VALIDITY_PAST({ field });
  if (day > daysAfter(today, MAX_VALIDITY_DAYS))
    throw jobPostingErrors.VALIDITY_TOO_LONG({ field, params: { days: MAX_VALIDITY_DAYS } });
}

function daysAfter(today: string, days: number): string {
  const day = dayColumn(today);
  day.setUTCDate(day.getUTCDate() + days);
  return dayOf(day);
}

/** A calendar day as the client wants it for a day column. */
export function dayColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function payColumns(pay: ContentChanges['pay']): JobPostingColumns {
  const min = pay?.min ?? null;
  const max = pay?.max ?? min;
  const period = pay?.period ?? null;
  return {
    payMinFen: min,
    payMaxFen: max,
    payPeriod: period,
    payMonths: pay?.months ?? null,
    payText: null,
    monthlyPayMinFen: monthlyPayFen(min, period),
    monthlyPayMaxFen: monthlyPayFen(max, period),
  };
}
