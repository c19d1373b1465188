import type {
  OwnOrganisationQuery,
  AccountClass,
  OrganisationKind,
  SizeBand,
} from '@/graphql/generated/features/organisations/own/particulars/particulars';

export type OwnOrganisationRecord = NonNullable<OwnOrganisationQuery['organisation']>;

/** What the forms of registering and editing hold. */
export interface ParticularsValues {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  readonly accountClass?: AccountClass | null;
  readonly hrServiceLicence?: string | null;
  readonly regionCode: string;
  readonly industryCode?: string | null;
  readonly collegeCode?: string | null;
  readonly sizeBand?: SizeBand | null;
  readonly address?: string | null;
  readonly website?: string | null;
  readonly description?: string | null;
  readonly annualGraduateIntakeMin?: number | null;
  readonly annualGraduateIntakeMax?: number | null;
  readonly contact?: {
    readonly name?: string | null;
    readonly phone?: string | null;
    readonly email?: string | null;
  };
}

export function valuesOf(organisation: OwnOrganisationRecord): ParticularsValues {
  const { region, industry, college, contact, kind, name } = organisation;
  return {
    kind,
    name,
    unifiedSocialCreditCode: organisation.unifiedSocialCreditCode,
    accountClass: organisation.accountClass,
    hrServiceLicence: organisation.hrServiceLicence,
    regionCode: region?.code ?? '',
    industryCode: industry?.code ?? null,
    collegeCode: college === null ? null : (college.code ?? college.id),
    sizeBand: organisation.sizeBand,
    address: organisation.address,
    website: organisation.website,
    description: organisation.description,
    annualGraduateIntakeMin: organisation.annualGraduateIntakeMin,
    annualGraduateIntakeMax: organisation.annualGraduateIntakeMax,
    contact: {
      name: contact?.name ?? null,
      phone: contact?.phone ?? null,
      email: contact?.email ?? null,
    },
  };
}

/** What the bureau has checked: changing one of these ends the verification. */
const MATERIAL = [
  'name',
  'unifiedSocialCreditCode',
  'accountClass',
  'hrServiceLicence',
  'regionCode',
] as const;

export function isMaterialChange(before: ParticularsValues, after: ParticularsValues): boolean {
  return MATERIAL.some((field) => (before[field] ?? '') !== (after[field] ?? ''));
}

/** The values as the API takes them: what was emptied is null, what the form does not show is left out. */
export function particularsInput({ kind: _kind, contact, ...values }: ParticularsValues) {
  const { name, unifiedSocialCreditCode, regionCode, ...rest } = values;
  return {
    ...emptied(rest),
    name,
    unifiedSocialCreditCode,
    regionCode,
    ...(contact === undefined ? {} : { contact: emptied(contact) }),
  };
}

function emptied<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        key,
        typeof value === 'string' && value.trim() === '' ? null : (value as unknown),
      ]),
  ) as T;
}
