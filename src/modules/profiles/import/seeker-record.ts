import { sourceHash } from '../../../core/bulk-import/index.js';
import {
  skillKey,
  type PlaceFinder,
  type ReferenceTables,
  type RowIssue,
} from '../../reference-data/index.js';
import type { ImportedSeeker } from './imported-seeker.js';

/** A seeker as the import writes it; names are those of the columns, amounts are text for JSON. */
export interface SeekerRecord {
  readonly source_id: string;
  readonly source_hash: string | null;
  readonly education_level_code: string | null;
  readonly education_rank: number | null;
  readonly experience_years: number | null;
  readonly educations: readonly {
    readonly education_level_code: string | null;
    readonly major_name: string | null;
  }[];
  readonly skills: readonly {
    readonly name: string;
    readonly normalised_name: string;
    readonly proficiency: string | null;
  }[];
  readonly intentions: readonly {
    readonly title: string | null;
    readonly region_ids: readonly string[];
    readonly pay_min_fen: string | null;
    readonly pay_max_fen: string | null;
    readonly engagement_type: string | null;
  }[];
}

/** Turns a cleaned row into what is stored: place and education looked up, one wish for each title. */
export class SeekerRecords {
  constructor(
    private readonly tables: ReferenceTables,
    private readonly places: PlaceFinder,
  ) {}

  of(seeker: ImportedSeeker): { record: SeekerRecord; issues: readonly RowIssue[] } {
    const issues: RowIssue[] = [];
    const level =
      seeker.educationLevelCode === null
        ? null
        : this.tables.educationLevels.find(seeker.educationLevelCode);
    const { majorName } = seeker;
    const record = {
      source_id: seeker.sourceId,
      source_hash: sourceHash(seeker),
      education_level_code: level?.code ?? null,
      education_rank: level?.rank ?? null,
      experience_years: seeker.experienceYears,
      educations:
        level === null && majorName === null
          ? []
          : [{ education_level_code: level?.code ?? null, major_name: majorName }],
      skills: seeker.skills.map(({ name, proficiency }) => ({
        name,
        normalised_name: skillKey(name),
        proficiency: proficiency?.toLowerCase() ?? null,
      })),
      intentions: intentionsOf(seeker, this.regionIds(seeker, issues)),
    };
    return { record, issues };
  }

  private regionIds({ placeText }: ImportedSeeker, issues: RowIssue[]): string[] {
    if (placeText === null) return [];
    const id = this.places.find(placeText);
    if (id !== null) return [id];
    issues.push({ field: 'expected_city', reason: 'UNKNOWN_REGION', refusesRow: false });
    return [];
  }
}

/** Place and pay are said once for all wishes; without any title they are a wish of their own. */
function intentionsOf(
  seeker: ImportedSeeker,
  regionIds: readonly string[],
): SeekerRecord['intentions'] {
  const { wishes, payMinFen, payMaxFen, isPartTime } = seeker;
  const saysNothing = wishes.length === 0 && regionIds.length === 0 && payMinFen === null;
  if (saysNothing) return [];
  return (wishes.length === 0 ? [null] : wishes).map((title) => ({
    title,
    region_ids: regionIds,
    pay_min_fen: payMinFen?.toString() ?? null,
    pay_max_fen: payMaxFen?.toString() ?? null,
    engagement_type: isPartTime ? 'part_time' : null,
  }));
}
