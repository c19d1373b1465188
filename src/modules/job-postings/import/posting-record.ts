import { sourceHash } from '../../../core/bulk-import/index.js';
import {
  skillKey,
  type PlaceFinder,
  type ReferenceTables,
  type RowIssue,
} from '../../reference-data/index.js';
import { fingerprint, missingElements, monthlyPayFen } from '../posting/job-posting.rules.js';
import type { ImportedPosting } from './imported-posting.js';

/** A row of job_postings as the import writes it; names are those of the columns, amounts are text for JSON. */
export interface PostingRecord {
  readonly source_id: string;
  readonly source_hash: string;
  readonly source_posted_at: string | null;
  readonly employer_name: string | null;
  readonly title: string;
  readonly engagement_type: string | null;
  readonly headcount: number | null;
  readonly duties: string | null;
  readonly region_id: string | null;
  readonly place_text: string | null;
  readonly pay_min_fen: string | null;
  readonly pay_max_fen: string | null;
  readonly pay_period: string | null;
  readonly pay_months: number | null;
  readonly pay_text: string | null;
  readonly monthly_pay_min_fen: string | null;
  readonly monthly_pay_max_fen: string | null;
  readonly benefits: readonly string[];
  readonly education_level_code: string | null;
  readonly education_rank: number | null;
  readonly experience_years_min: number | null;
  readonly fingerprint: string;
  readonly missing_elements: readonly string[];
  readonly skills: readonly SkillRecord[];
}

export interface SkillRecord {
  readonly value: string;
  readonly normalised_value: string;
}

/** Turns a cleaned row into what is stored: places and education looked up, pay made comparable, lacks named. */
export class PostingRecords {
  constructor(
    private readonly tables: ReferenceTables,
    private readonly places: PlaceFinder,
  ) {}

  of(posting: ImportedPosting): { record: PostingRecord; issues: readonly RowIssue[] } {
    const issues: RowIssue[] = [];
    const regionId = this.regionOf(posting, issues);
    const education =
      posting.educationLevelCode === null
        ? null
        : this.tables.educationLevels.find(posting.educationLevelCode);
    const { payMinFen, payMaxFen, payPeriod } = posting;
    const missing = missingElements({
      organisationId: null,
      title: posting.title,
      headcount: posting.headcount,
      engagementType: posting.isPartTime ? 'PART_TIME' : null,
      duties: posting.duties,
      conditions: null,
      workConditions: null,
      regionId,
      payMinFen,
      payPeriod,
      validThrough: null,
    });
    const record = {
      source_id: posting.sourceId,
      source_hash: sourceHash(posting),
      source_posted_at: posting.postedAt?.toISOString() ?? null,
      employer_name: posting.employerName,
      title: posting.title,
      engagement_type: posting.isPartTime ? 'part_time' : null,
      headcount: posting.headcount,
      duties: posting.duties,
      region_id: regionId,
      place_text: posting.placeText,
      pay_min_fen: payMinFen?.toString() ?? null,
      pay_max_fen: payMaxFen?.toString() ?? null,
      pay_period: payPeriod?.toLowerCase() ?? null,
      pay_months: posting.payMonths,
      pay_text: posting.payText,
      monthly_pay_min_fen: monthlyPayFen(payMinFen, payPeriod)?.toString() ?? null,
      monthly_pay_max_fen: monthlyPayFen(payMaxFen, payPeriod)?.toString() ?? null,
      benefits: posting.benefits,
      education_level_code: education?.code ?? null,
      education_rank: education?.rank ?? null,
      experience_years_min: posting.experienceYearsMin,
      fingerprint: fingerprint({
        employer: posting.employerName ?? '',
        title: posting.title,
        place: regionId ?? posting.placeText ?? '',
        duties: posting.duties,
      }),
      missing_elements: missing,
      skills: skillsOf(posting.skills),
    };
    return { record, issues };
  }

  private regionOf(posting: ImportedPosting, issues: RowIssue[]): string | null {
    if (posting.regionCode !== null) {
      const region = this.tables.regions.findByCode(posting.regionCode);
      if (region) return region.id;
      issues.push({ field: 'region', reason: 'UNKNOWN_REGION', refusesRow: false });
    }
    return posting.placeText === null ? null : this.places.find(posting.placeText);
  }
}

function skillsOf(names: readonly string[]): SkillRecord[] {
  const byKey = new Map<string, SkillRecord>();
  for (const value of names) {
    const key = skillKey(value);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { value, normalised_value: key });
  }
  return [...byKey.values()];
}
