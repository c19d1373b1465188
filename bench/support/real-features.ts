import { postingFormats } from '../../src/modules/job-postings/import/formats/index.js';
import {
  UNKNOWN_POSTING,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../src/modules/matching/engine/match-features.js';
import { monthlyPayFen } from '../../src/modules/reference-data/index.js';
import { rowsOf } from '../eval/support/data.js';
import { seeded } from '../eval/support/statistics.js';
import { readTwoSided } from '../eval/support/two-sided.js';

const FILES = [
  ['zhaopin-2024', 'zhaopin-2024/postings.csv.gz'],
  ['it-postings-2019', 'it-postings-2019/postings.csv.gz'],
] as const;

/** Rough ranks of the stages that the corpora name, as the platform ranks them. */
const EDUCATION_RANKS: Readonly<Record<string, number>> = { '3': 50, '2': 60, '1': 70 };

/** Share of people who say where they want to work, as in the corpus of seekers. */
const SAYS_PLACE = 0.24;

/** Real postings as the engine takes them, in the order of their files. */
export function realPostings(count: number): PostingFeatures[] {
  const postings: PostingFeatures[] = [];
  for (const [name, file] of FILES) {
    const format = postingFormats.get(name);
    if (!format) throw new Error(`No format ${name}`);
    for (const row of rowsOf(file)) {
      if (postings.length === count) return postings;
      const { cleaned } = format.read(row);
      const pay = (fen: bigint | null): number | null => {
        const monthly = monthlyPayFen(fen, cleaned.payPeriod);
        return monthly === null ? null : Number(monthly);
      };
      postings.push({
        ...UNKNOWN_POSTING,
        jobPostingId: `posting-${postings.length}`,
        organisationId: cleaned.employerName,
        employer: cleaned.employerName,
        title: cleaned.title,
        regionPath: [row['city'], row['district']].flatMap((place) => place || []),
        payMinFen: pay(cleaned.payMinFen),
        payMaxFen: pay(cleaned.payMaxFen),
        skills: cleaned.skills.map((skill) => ({ name: skill, isRequired: false, weight: 5 })),
        educationRank: EDUCATION_RANKS[cleaned.educationLevelCode?.[0] ?? ''] ?? null,
        experienceYears: cleaned.experienceYearsMin,
      });
    }
  }
  return postings;
}

/** As many people as wanted, each put together of the wishes, the skills and the pay of three real seekers. */
export function mixedSeekers(
  count: number,
  postings: readonly PostingFeatures[],
): SeekerFeatures[] {
  const { people } = readTwoSided();
  const draw = seeded(5);
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[Math.floor(draw() * of.length)];
    if (drawn === undefined) throw new RangeError('Nothing to draw from');
    return drawn;
  };
  return Array.from({ length: count }, (_, i) => ({
    ...one(people),
    profileId: `person-${i}`,
    skills: one(people).skills,
    wishedPayMinFen: one(people).wishedPayMinFen,
    wishedRegionIds: draw() < SAYS_PLACE ? one(postings).regionPath.slice(0, 1) : [],
    pastTitles: draw() < SAYS_PLACE ? one(people).wishedTitles.slice(0, 1) : [],
  }));
}
