import type { SourceFormat } from '../../../core/bulk-import/index.js';
import type { PayPeriod } from '../../reference-data/index.js';

/** One row of a source, cleaned. What the source lacks (or has as 0) is null and stays visibly missing. */
export interface ImportedPosting {
  readonly sourceId: string;
  readonly title: string;
  /** Null where the source names none; the posting is then marked incomplete. */
  readonly employerName: string | null;
  readonly headcount: number | null;
  readonly duties: string | null;
  readonly payMinFen: bigint | null;
  readonly payMaxFen: bigint | null;
  readonly payPeriod: PayPeriod | null;
  readonly payMonths: number | null;
  readonly payText: string | null;
  /** Official division code where the source gives one. */
  readonly regionCode: string | null;
  /** Place as written, to be looked up when there is no code. */
  readonly placeText: string | null;
  readonly educationLevelCode: string | null;
  readonly experienceYearsMin: number | null;
  readonly skills: readonly string[];
  readonly benefits: readonly string[];
  readonly industryText: string | null;
  readonly isPartTime: boolean;
  readonly postedAt: Date | null;
}

export type PostingFormat = SourceFormat<ImportedPosting>;
