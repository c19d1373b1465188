import type { MyProfileQuery } from '@/graphql/generated/features/profiles/profile';

export type OwnProfile = NonNullable<NonNullable<MyProfileQuery['me']>['profile']>;

/** Steps of a profile, what helps most first. */
export const STEPS = [
  'basics',
  'intentions',
  'educations',
  'skills',
  'experiences',
  'certificates',
  'portfolio',
  'visibility',
  'transfer',
] as const;
export type StepName = (typeof STEPS)[number];

export type StepState = 'done' | 'missing' | 'optional';

const NEEDED: Readonly<Record<string, StepName>> = {
  NAME: 'basics',
  HOME_REGION: 'basics',
  INTENTIONS: 'intentions',
  EDUCATION: 'educations',
  SKILLS: 'skills',
};

/** The step in which what is missing is filled in. */
export function stepFor(missing: string): StepName {
  return NEEDED[missing] ?? 'basics';
}

export function stepState(profile: OwnProfile | null, step: StepName): StepState {
  if (profile === null) return step === 'basics' ? 'missing' : 'optional';
  if (profile.completeness.missing.some((name) => stepFor(name) === step)) return 'missing';
  if (step === 'basics' || step === 'visibility') return 'done';
  return (entryCount(profile, step) ?? 0) > 0 || step === 'skills' ? 'done' : 'optional';
}

export function entryCount(profile: OwnProfile | null, step: StepName): number | null {
  if (profile === null || step === 'basics' || step === 'visibility' || step === 'transfer')
    return null;
  return (profile[step] ?? []).length;
}

export function isStep(name: string | null): name is StepName {
  return (STEPS as readonly (string | null)[]).includes(name);
}

/** The first step with something missing, or the first of all. */
export function firstStep(profile: OwnProfile | null): StepName {
  const [missing] = profile?.completeness.missing ?? [];
  return missing === undefined ? 'basics' : stepFor(missing);
}

export function stepAfter(step: StepName): StepName | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}
