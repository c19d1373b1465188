import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import type { HardRequirement } from './match-score.rules.js';
import { requiredSkills } from './match-explanation.js';

/** Requirements that only one side says something about: they exclude nothing, and are named as not known. */
export function unknownRequirements(
  person: SeekerFeatures,
  posting: PostingFeatures,
): HardRequirement[] {
  const isHalf = (held: unknown, asked: unknown): boolean => held === null && asked !== null;
  const isUnlisted = (held: readonly string[], asked: readonly string[]): boolean =>
    held.length === 0 && asked.length > 0;
  const checks: readonly (readonly [HardRequirement, boolean])[] = [
    ['EDUCATION', isHalf(person.educationRank, posting.educationRank)],
    ['EXPERIENCE', isHalf(person.experienceYears, posting.experienceYears)],
    ['REQUIRED_SKILL', isUnlisted(person.skills, requiredSkills(posting))],
    ['CERTIFICATE', isUnlisted(person.certificates, posting.requiredCertificates)],
    ['SKILL_LEVEL', isHalf(person.skillLevel, posting.skillLevel)],
    ['START_DATE', (person.availableFrom === null) !== (posting.startsOn === null)],
    ['REGION', isUnlisted(posting.regionPath, person.wishedRegionIds)],
    ['PAY', isHalf(posting.payMaxFen, person.wishedPayMinFen)],
  ];
  return checks.filter(([, isUnknown]) => isUnknown).map(([name]) => name);
}
