import { pinyin } from 'pinyin-pro';
import type { AccountClass, OrganisationKind } from '../../../generated/prisma/enums.js';
import { organisationErrors } from './organisation.errors.js';

/** Classes a kind may recruit under; the first is taken when none is named. */
export const ACCOUNT_CLASSES: Readonly<Record<OrganisationKind, readonly AccountClass[]>> = {
  ENTERPRISE: ['OWN_HIRING'],
  COLLEGE: ['OWN_HIRING', 'PUBLIC_SERVICE'],
  LABOUR_BASE: ['PUBLIC_SERVICE', 'OPERATING_AGENCY', 'OWN_HIRING'],
  HR_BUREAU: ['PUBLIC_SERVICE'],
  HR_AGENCY: ['OPERATING_AGENCY', 'PUBLIC_SERVICE'],
  TRAINING_BODY: ['OWN_HIRING', 'OPERATING_AGENCY'],
  SOCIAL_ORGANISATION: ['OWN_HIRING', 'PUBLIC_SERVICE'],
  STATION_OPERATOR: ['OWN_HIRING', 'PUBLIC_SERVICE'],
};

/** Particulars the bureau has checked: changing one ends the verification. */
export const MATERIAL_FIELDS = [
  'name',
  'unifiedSocialCreditCode',
  'accountClass',
  'hrServiceLicence',
  'regionId',
] as const;

export interface Particulars {
  readonly kind: OrganisationKind;
  readonly accountClass: AccountClass;
  readonly hrServiceLicence: string | null;
  readonly collegeId: string | null;
  readonly annualGraduateIntakeMin: number | null;
  readonly annualGraduateIntakeMax: number | null;
}

/** Refuses particulars that contradict each other; `at` is the path of the particulars below `input`. */
export function checkParticulars(given: Particulars, at: readonly string[] = []): void {
  if (!ACCOUNT_CLASSES[given.kind].includes(given.accountClass))
    throw organisationErrors.CLASS_NOT_FOR_KIND({ field: [...at, 'accountClass'] });
  if (given.accountClass === 'OPERATING_AGENCY' && given.hrServiceLicence === null)
    throw organisationErrors.LICENCE_REQUIRED({ field: [...at, 'hrServiceLicence'] });
  if (given.collegeId !== null && given.kind !== 'COLLEGE')
    throw organisationErrors.COLLEGE_NOT_FOR_KIND({ field: [...at, 'collegeCode'] });
  const { annualGraduateIntakeMin: min, annualGraduateIntakeMax: max } = given;
  if (min !== null && max !== null && min > max)
    throw organisationErrors.INTAKE_UPSIDE_DOWN({ field: [...at, 'annualGraduateIntakeMax'] });
}

/** Names of the particulars that `changes` really alters, in their order. */
export function changedFields(before: object, changes: object): string[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(changes)
    .filter(([field, value]) => value !== undefined && (old[field] ?? null) !== value)
    .map(([field]) => field);
}

export function isMaterial(fields: readonly string[]): boolean {
  return MATERIAL_FIELDS.some((field) => fields.includes(field));
}

/** How a name sorts and is found: whole pinyin, and a text that also holds the name and the initials. */
export function searchable(name: string): { namePinyin: string; searchText: string } {
  const plain = foldText(name);
  const syllables = pinyin(plain, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const whole = syllables.join('');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return { namePinyin: whole, searchText: [plain, whole, initials].join(' ') };
}

/** The form in which names and queries are compared: full width folded, lower case, no spaces or punctuation. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');
}
