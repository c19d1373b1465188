import type { SourceFormat } from '../../../core/bulk-import/index.js';
import type { NewSkill } from '../profile/profile-entries.js';

/** One row of a source, cleaned. What the source lacks is null or empty and stays visibly missing. */
export interface ImportedSeeker {
  readonly sourceId: string;
  /** Titles of the work wished for; "something else" is no wish. */
  readonly wishes: readonly string[];
  /** Place wished for as written, to be looked up. */
  readonly placeText: string | null;
  readonly payMinFen: bigint | null;
  readonly payMaxFen: bigint | null;
  readonly isPartTime: boolean;
  readonly experienceYears: number | null;
  readonly educationLevelCode: string | null;
  readonly majorName: string | null;
  readonly skills: readonly NewSkill[];
}

export type SeekerFormat = SourceFormat<ImportedSeeker>;
