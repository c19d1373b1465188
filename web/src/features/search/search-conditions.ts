import type {
  EngagementType,
  JobPostingPublication,
  JobPostingSearchFilter,
  JobPostingSearchOrder,
  OrganisationKind,
  SearchJobPostingsQueryVariables,
} from '@/graphql/generated/features/search/search';

export const PAGE_SIZE = 20;
export const MAX_TEXT = 100;
/** Steps of the pay slider, in yuan a month. */
export const PAY_STEP = 500;
export const PAY_MAX = 20_000;

export const ENGAGEMENTS: readonly EngagementType[] = [
  'FULL_TIME',
  'PART_TIME',
  'INTERNSHIP',
  'LABOUR_DISPATCH',
  'SEASONAL',
  'FLEXIBLE',
];
export const EMPLOYER_KINDS: readonly OrganisationKind[] = [
  'ENTERPRISE',
  'HR_AGENCY',
  'LABOUR_BASE',
  'COLLEGE',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
  'TRAINING_BODY',
  'HR_BUREAU',
];
export const PUBLICATIONS: readonly JobPostingPublication[] = ['OWN', 'EXTERNAL'];
export const ORDERS: readonly JobPostingSearchOrder[] = ['RELEVANCE', 'NEWEST', 'PAY_HIGHEST'];

/** What is looked for; it stands in the address in full, so that a search can be shared. */
export interface SearchConditions {
  readonly text: string;
  /** Words of the text that are not to be understood as a condition. */
  readonly written: readonly string[];
  readonly region: string | null;
  readonly occupation: string | null;
  readonly industry: string | null;
  /** Yuan a month. */
  readonly pay: number | null;
  readonly education: string | null;
  readonly experience: number | null;
  readonly engagement: readonly EngagementType[];
  /** Id of an employer. */
  readonly company: string | null;
  /** Kinds of employer. */
  readonly employer: readonly OrganisationKind[];
  readonly source: JobPostingPublication | null;
  /** A calendar day. */
  readonly since: string | null;
  readonly partners: boolean;
  readonly sort: JobPostingSearchOrder;
}

export const NO_CONDITIONS: SearchConditions = {
  text: '',
  written: [],
  region: null,
  occupation: null,
  industry: null,
  pay: null,
  education: null,
  experience: null,
  engagement: [],
  company: null,
  employer: [],
  source: null,
  since: null,
  partners: false,
  sort: 'RELEVANCE',
};

/** What an address says; what cannot be meant is left out, unknown codes are for the API to refuse. */
export function conditionsIn(search: URLSearchParams): SearchConditions {
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === search.get(name)) ?? null;
  const many = <T extends string>(name: string, known: readonly T[]): readonly T[] =>
    known.filter((value) => search.get(name)?.split(',').includes(value));
  const code = (name: string): string | null => search.get(name)?.trim().slice(0, 20) || null;
  const whole = (name: string, max: number): number | null => {
    const value = search.get(name);
    return value !== null && /^\d{1,6}$/.test(value) ? Math.min(Number(value), max) : null;
  };
  const since = search.get('since');
  const text = (search.get('text') ?? '').trim().slice(0, MAX_TEXT);
  return {
    text,
    written: search.getAll('written').filter((words) => mayBeIn(words, text)),
    region: code('region'),
    occupation: code('occupation'),
    industry: code('industry'),
    pay: whole('pay', 999_999) || null,
    education: code('education'),
    experience: whole('experience', 60),
    engagement: many('engagement', ENGAGEMENTS),
    company: search.get('company')?.trim().slice(0, 40) || null,
    employer: many('employer', EMPLOYER_KINDS),
    source: one('source', PUBLICATIONS),
    since: since !== null && isDay(since) ? since : null,
    partners: search.get('partners') === 'true',
    sort: one('sort', ORDERS) ?? 'RELEVANCE',
  };
}

/** The address of a search. */
export function searchPath(conditions: Partial<SearchConditions>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...NO_CONDITIONS, ...conditions })) {
    if (value === null || value === '' || value === false || value === 'RELEVANCE') continue;
    if (name === 'written') {
      for (const words of conditions.written ?? []) search.append(name, words);
      continue;
    }
    if (Array.isArray(value) && value.length === 0) continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const query = search.toString().replaceAll('%2C', ',');
  return query === '' ? '/jobs' : `/jobs?${query}`;
}

/** The search as the API is asked; the same object for server and browser, so that the answer is found again. */
export function searchVariables(
  conditions: SearchConditions,
): Omit<SearchJobPostingsQueryVariables, 'after'> {
  const { text, written, region, occupation, industry, pay, education, experience } = conditions;
  const { engagement, company, employer, source, since, partners, sort } = conditions;
  const filter: JobPostingSearchFilter = {
    ...(region === null ? {} : { regionCode: region }),
    ...(occupation === null ? {} : { occupationCode: occupation }),
    ...(industry === null ? {} : { industryCode: industry }),
    ...(pay === null ? {} : { payAtLeast: { amount: String(pay) } }),
    ...(education === null ? {} : { educationLevelCode: education }),
    ...(experience === null ? {} : { experienceYears: experience }),
    ...(engagement.length === 0 ? {} : { engagementTypes: engagement }),
    ...(company === null ? {} : { employerId: company }),
    ...(employer.length === 0 ? {} : { employerKinds: employer }),
    ...(source === null ? {} : { publication: source }),
    ...(since === null ? {} : { postedSince: `${since}T00:00:00+08:00` }),
    ...(partners ? { partnersOnly: true } : {}),
  };
  const asWritten = written.length === 0 ? null : [...written];
  return { text: text || null, asWritten, filter, orderBy: sort, first: PAGE_SIZE };
}

/** The search without some of its words. */
export function withoutWords(
  conditions: SearchConditions,
  words: string,
): Partial<SearchConditions> {
  const { text: typed } = conditions;
  const at = placeOf(words, typed);
  // Words typed in traditional characters are told in simplified ones: they become words again.
  if (at < 0) return { written: [...conditions.written, words] };
  const left = `${typed.slice(0, at)} ${typed.slice(at + words.length)}`;
  const text = left.replaceAll(/\s+/g, ' ').trim();
  return { text, written: conditions.written.filter((one) => mayBeIn(one, text)) };
}

/** Traditional characters are told as simplified ones: a part of the words must do. */
function mayBeIn(words: string, typed: string): boolean {
  return (
    [...words].some((character) => placeOf(character, typed) >= 0) || placeOf(words, typed) >= 0
  );
}

const LETTER = /[a-z0-9]/;

/** Where words stand in what was typed, which the API folds; a Latin word not inside another. */
function placeOf(words: string, typed: string): number {
  const folded = Array.from({ length: typed.length }, (_, i) => foldedUnit(typed[i] ?? '')).join(
    '',
  );
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const [before, after] = [folded[at - 1] ?? '', folded[at + words.length] ?? ''];
    const isCut =
      (LETTER.test(before) && LETTER.test(words[0] ?? '')) ||
      (LETTER.test(after) && LETTER.test(words.at(-1) ?? ''));
    if (!isCut) return at;
  }
  return -1;
}

function foldedUnit(unit: string): string {
  const folded = unit.normalize('NFKC').toLowerCase();
  return folded.length === 1 ? folded : unit;
}

/** The search with a phrase in place of some of its words. */
export function withPhraseFor(
  conditions: SearchConditions,
  words: string,
  phrase: string,
): Partial<SearchConditions> {
  const { text = conditions.text } = withoutWords(conditions, words);
  return { text: `${text} "${phrase}"`.trim() };
}

/** How many conditions narrow the search, besides the words. */
export function countConditions(conditions: SearchConditions): number {
  const { engagement, employer, partners, ...rest } = conditions;
  const single = [
    rest.region,
    rest.occupation,
    rest.industry,
    rest.pay,
    rest.education,
    rest.experience,
    rest.company,
    rest.source,
    rest.since,
  ].filter((value) => value !== null).length;
  return single + engagement.length + employer.length + (partners ? 1 : 0);
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00+08:00`));
}
