import { parseEducation } from '../../reference-data/index.js';
import type { SkillProficiency } from '../profile/profile.enums.js';

/** How a proficiency is written into a document. */
export const LEVEL_WORDS: Readonly<Record<SkillProficiency, string>> = {
  BASIC: 'Basic',
  SKILLED: 'Skilled',
  EXPERT: 'Expert',
};

const LEVELS: readonly (readonly [RegExp, SkillProficiency])[] = [
  [/expert|master|advanced|精通/i, 'EXPERT'],
  [/skilled|proficient|intermediate|熟练|掌握|良好/i, 'SKILLED'],
  [/basic|beginner|novice|了解|入门|一般/i, 'BASIC'],
];

export function proficiencyOf(word: string): SkillProficiency | null {
  return LEVELS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** English names of educations by their codes in GB/T 4658. */
const STUDY_TYPES: readonly (readonly [RegExp, string])[] = [
  [/ph\.?d|doctor/i, '11'],
  [/master/i, '14'],
  [/bachelor/i, '21'],
  [/associate|college diploma/i, '31'],
  [/vocational/i, '40'],
  [/high school/i, '61'],
];

/** Code of the education a `studyType` means; null when it means none we know. */
export function educationCodeOf(studyType: string): string | null {
  const english = STUDY_TYPES.find(([pattern]) => pattern.test(studyType))?.[1];
  return english ?? parseEducation(studyType).code;
}

/** A year or month as the first day of it; null for a day that does not exist. */
export function dayOf(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}
