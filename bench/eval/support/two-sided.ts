import { tipdm2023 } from '../../../src/modules/job-postings/import/formats/tipdm-2023.js';
import {
  titlePieces,
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';
import { tipdm2023Seekers } from '../../../src/modules/profiles/import/formats/tipdm-2023.js';
import { rowsOf, type Row } from './data.js';
import type { Market } from './market.js';

/** Pairs below are no pairs. */
const LEAST_UTILITY = 0.15;

interface Codes {
  /** Names of provinces and cities. */
  readonly regions: ReadonlyMap<string, string>;
  readonly educationRanks: ReadonlyMap<string, number>;
}

/** What the corpus says of seats and people, with the utility that its baselines are published for. */
export function readTwoSided(): Market {
  const jobs = rowsOf('tipdm-2023-two-sided/jobs.csv.gz');
  const seekers = rowsOf('tipdm-2023-two-sided/seekers.csv.gz');
  const seats = jobs.map((job) => Number(job['headcount'] ?? 0));
  const codes: Codes = {
    regions: new Map(
      rowsOf('reference/divisions.csv').map(({ name = '', code = '' }) => [name, code]),
    ),
    educationRanks: new Map(
      rowsOf('reference/education-levels-gbt4658-2006.csv').map((level) => [
        level['code'] ?? '',
        Number(level['platformRank']),
      ]),
    ),
  };
  return {
    seats,
    postings: jobs.map((job, i) => postingOf(job, seats[i] ?? 0, codes)),
    people: seekers.map((seeker) => seekerOf(seeker, codes)),
    utilities: utilitiesOf(jobs, seekers, seats),
  };
}

/** 0.6 × share of the title's character pairs in the wishes + 0.4 × share of the skills found in the posting's text. */
function utilitiesOf(
  jobs: readonly Row[],
  seekers: readonly Row[],
  seats: readonly number[],
): Float64Array[] {
  const titles = jobs.map((job) => titlePieces(job['title'] ?? ''));
  const texts = jobs.map((job) => `${job['skills']} ${job['description']}`.toLowerCase());
  const payMax = jobs.map((job) => Number(job['salary_max'] ?? 0));
  const same = new Map<string, Float64Array>();
  return seekers.map((seeker) => {
    const key = [seeker['expected_jobs'], seeker['skills'], seeker['salary_min']].join('\n');
    const known = same.get(key);
    if (known) return known;
    // All wishes in one piece: that is what the published baselines were measured with.
    const wished = titlePieces(seeker['expected_jobs'] ?? '');
    const skills = (seeker['skills'] ?? '')
      .split('|')
      .filter((entry) => entry !== '')
      .map((entry) => entry.replace(/_[^_]*$/, '').toLowerCase());
    const payWish = Number(seeker['salary_min'] ?? 0);
    const utilities = Float64Array.from(jobs, (_, i) => {
      const most = payMax[i] ?? 0;
      if (seats[i] === 0 || (most > 0 && most < payWish)) return 0;
      const title = titles[i] ?? new Set();
      const common = [...title].filter((piece) => wished.has(piece)).length;
      const held = skills.filter((skill) => texts[i]?.includes(skill)).length;
      const utility =
        (title.size === 0 ? 0 : (0.6 * common) / title.size) +
        (skills.length === 0 ? 0 : (0.4 * held) / skills.length);
      return utility < LEAST_UTILITY ? 0 : utility;
    });
    same.set(key, utilities);
    return utilities;
  });
}

/** A posting as the import reads it and the engine takes it. Provinces and cities stand for themselves as regions. */
function postingOf(job: Row, seats: number, codes: Codes): PostingFeatures {
  const { cleaned } = tipdm2023.read(job);
  const fen = (amount: bigint | null): number | null => (amount === null ? null : Number(amount));
  return {
    ...UNKNOWN_POSTING,
    jobPostingId: cleaned.sourceId,
    organisationId: cleaned.employerName,
    title: cleaned.title,
    regionPath: [job['province_code'], job['city_code']].flatMap((code) => code || []),
    payMinFen: fen(cleaned.payMinFen),
    payMaxFen: fen(cleaned.payMaxFen),
    skills: cleaned.skills.map((name) => ({ name, isRequired: false, weight: 5 })),
    educationRank: codes.educationRanks.get(cleaned.educationLevelCode ?? '') ?? null,
    experienceYears: cleaned.experienceYearsMin,
    freeSeats: seats,
  };
}

function seekerOf(seeker: Row, codes: Codes): SeekerFeatures {
  const { cleaned } = tipdm2023Seekers.read(seeker);
  const region = codes.regions.get(seeker['expected_city'] ?? '');
  return {
    ...UNKNOWN_SEEKER,
    profileId: cleaned.sourceId,
    wishedTitles: cleaned.wishes,
    wishedRegionIds: region === undefined ? [] : [region],
    wishedPayMinFen: cleaned.payMinFen === null ? null : Number(cleaned.payMinFen),
    skills: cleaned.skills.map(({ name }) => name),
    educationRank: codes.educationRanks.get(cleaned.educationLevelCode ?? '') ?? null,
    experienceYears: cleaned.experienceYears,
  };
}
