/** A sector that no corpus has: which occupations are in it and what is known of it. */
export interface Sector {
  readonly name: string;
  /** Beginnings of codes in the classification of occupations (reference/occupations-2022). */
  readonly occupations: readonly string[];
  /** Beginnings of codes of majors that lead there (reference/majors-vocational-2021). */
  readonly majors: readonly string[];
  readonly weight: number;
  readonly monthlyPay: number;
}

/**
 * Weights: share of migrant workers by industry, statistics bureau, monitoring survey 2023 (27.5, 7.1, 12.7 and 6.7 %;
 * care stands for resident services). Pay in yuan a month by industry: the same survey, 2024.
 */
export const SECTORS: readonly Sector[] = [
  {
    name: 'manufacturing',
    occupations: ['6-'],
    majors: ['66', '46', '26'],
    weight: 275,
    monthlyPay: 4_978,
  },
  {
    name: 'logistics',
    occupations: ['4-02-02', '4-02-05', '4-02-06', '4-02-07'],
    majors: ['70', '50'],
    weight: 71,
    monthlyPay: 5_635,
  },
  {
    name: 'care',
    occupations: ['4-10-01', '4-14-01'],
    majors: ['72', '52', '79', '59'],
    weight: 127,
    monthlyPay: 4_023,
  },
  {
    name: 'catering',
    occupations: ['4-03-02'],
    majors: ['74', '54'],
    weight: 67,
    monthlyPay: 4_141,
  },
];

/** Education of migrant workers (platform rank, per mille): the survey of 2023: primary or none, lower, upper secondary, college. */
export const EDUCATION: readonly (readonly [rank: number, weight: number])[] = [
  [2, 146],
  [3, 521],
  [4, 175],
  [5, 158],
];

/** Where people are from (codes of provinces, weights): the demo scenario's mix for Jiangsu, Anhui and Shaanxi. */
export const HOMES: readonly (readonly [province: string, weight: number])[] = [
  ['32', 11],
  ['34', 11],
  ['61', 3],
];

/** Per mille of those who work away from home who left their province: the survey of 2023. */
export const LEAVES_PROVINCE = 382;

/** Seats of a posting on average: 71,240 on 2,900 postings of the demo scenario; spread as an exponential. */
export const MEAN_SEATS = 71_240 / 2_900;

/** Assumed, no source at hand; each can be read beside the figures. */
export const ASSUMED = {
  postings: 300,
  seatsPerPerson: 1.3,
  /** Per mille. */
  postingSaysOccupation: 800,
  personSaysOccupation: 500,
  postingInSuzhou: 600,
  asksCertificate: 100,
  asksSkillLevel: 100,
  holdsCertificate: 260,
  asksEducation: 400,
  asksExperience: 300,
  paySpread: 0.2,
} as const;

export const SOURCES = [
  'occupations, aliases, skill levels, majors, regions: reference/',
  'sector weights, education, leaving the province: statistics bureau, migrant workers monitoring survey 2023; pay by industry: 2024',
  'seats a posting, home provinces: demo scenario',
  'how often a person says region, experience, education, major; pay wished for; width of pay: tipdm-2023-two-sided',
  'how few occupations most postings are for: titles of zhaopin-2024; pay not stated: the same',
  'the rest is assumed, see assumed',
];
