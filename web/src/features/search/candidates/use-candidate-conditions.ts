import type {
  CandidateExperience,
  CandidateSearchFilter,
} from '@/graphql/generated/features/search/candidates/candidates';
import { useFilters } from '@/shared/routing/use-filters';
import { MAX_TEXT } from '../search-conditions';

const CODE = /^[\w.-]{1,30}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export const EXPERIENCES: readonly CandidateExperience[] = [
  'UNDER_1',
  'FROM_1',
  'FROM_3',
  'FROM_5',
  'FROM_10',
  'NOT_STATED',
];

export const CODE_CONDITIONS = [
  'home',
  'work',
  'occupation',
  'education',
  'major',
  'level',
] as const;
export type CodeCondition = (typeof CODE_CONDITIONS)[number];

export interface CandidateConditions extends Readonly<Record<CodeCondition, string | null>> {
  readonly text: string;
  readonly experience: readonly CandidateExperience[];
  readonly by: string | null;
}

export type ChangeConditions = (changes: Partial<CandidateConditions>) => void;

/** Whom the employer looks for, as it stands in the address; what is nonsense there counts for nothing. */
export function useCandidateConditions() {
  const [given, setGiven] = useFilters<CodeCondition | 'text' | 'experience' | 'by'>();
  const code = (value: string | undefined): string | null =>
    value !== undefined && CODE.test(value) ? value : null;
  const conditions: CandidateConditions = {
    text: given.text?.trim().slice(0, MAX_TEXT) ?? '',
    home: code(given.home),
    work: code(given.work),
    occupation: code(given.occupation),
    education: code(given.education),
    major: code(given.major),
    level: code(given.level),
    experience: EXPERIENCES.filter((band) => given.experience?.split(',').includes(band)),
    by: given.by !== undefined && isDay(given.by) ? given.by : null,
  };
  const change: ChangeConditions = ({ experience, ...changes }) =>
    setGiven({ ...changes, ...(experience && { experience: experience.join(',') }) });
  const count =
    CODE_CONDITIONS.filter((name) => conditions[name] !== null).length +
    conditions.experience.length +
    (conditions.by === null ? 0 : 1);
  return { conditions, change, count, filter: filterOf(conditions) };
}

export const NO_FILTERS: Partial<CandidateConditions> = {
  home: null,
  work: null,
  occupation: null,
  education: null,
  major: null,
  level: null,
  experience: [],
  by: null,
};

function filterOf(conditions: CandidateConditions): CandidateSearchFilter {
  const { home, work, occupation, education, major, level, experience, by } = conditions;
  return {
    ...(home !== null && { homeRegionCode: home }),
    ...(work !== null && { workRegionCode: work }),
    ...(occupation !== null && { occupationCode: occupation }),
    ...(education !== null && { educationAtLeast: education }),
    ...(major !== null && { majorCode: major }),
    ...(level !== null && { skillLevelAtLeast: level }),
    ...(experience.length > 0 && { experience: [...experience] }),
    ...(by !== null && { availableBy: by }),
  };
}

function isDay(value: string): boolean {
  return DAY.test(value) && !Number.isNaN(Date.parse(value));
}
