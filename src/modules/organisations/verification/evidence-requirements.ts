import type { EvidenceKind, OrganisationKind } from '../../../generated/prisma/enums.js';

/** One paper that has to be there; any of the named kinds will do. */
export type Requirement = readonly EvidenceKind[];

export interface RequirementsEdition {
  readonly edition: string;
  /** First day on which submissions are checked against it. */
  readonly validFrom: string;
  readonly source: string;
  readonly required: Readonly<Record<OrganisationKind, readonly Requirement[]>>;
}

const LICENCE: Requirement = ['BUSINESS_LICENCE'];
const APPROVAL: Requirement = ['APPROVAL_DOCUMENT'];
const LICENCE_OR_APPROVAL: Requirement = ['BUSINESS_LICENCE', 'APPROVAL_DOCUMENT'];
const HANDLER: readonly Requirement[] = [['HANDLER_IDENTITY'], ['POWER_OF_ATTORNEY']];

/** Editions of what the bureau has to see, newest last. A verification keeps the edition it was submitted under. */
export const REQUIREMENTS_EDITIONS: readonly RequirementsEdition[] = [
  {
    edition: '2026-01',
    validFrom: '2026-01-01',
    source:
      '《人力资源市场暂行条例》第二十六条；《网络招聘服务管理规定》；《关于规范网络平台招聘类信息发布的通知》（2026年1月）',
    required: {
      ENTERPRISE: [LICENCE, ...HANDLER],
      COLLEGE: [APPROVAL, ...HANDLER],
      LABOUR_BASE: [LICENCE_OR_APPROVAL, ...HANDLER],
      HR_BUREAU: [APPROVAL, ...HANDLER],
      HR_AGENCY: [LICENCE_OR_APPROVAL, ['HR_SERVICE_LICENCE'], ['SERVICE_CHARGES'], ...HANDLER],
      TRAINING_BODY: [LICENCE_OR_APPROVAL, ['SCHOOL_RUNNING_LICENCE'], ...HANDLER],
      SOCIAL_ORGANISATION: [APPROVAL, ...HANDLER],
      STATION_OPERATOR: [LICENCE_OR_APPROVAL, ...HANDLER],
    },
  },
];

/** The edition in force on a day; the first one for days before it. */
export function requirementsOn(day: string): RequirementsEdition {
  const [first] = REQUIREMENTS_EDITIONS;
  const inForce = REQUIREMENTS_EDITIONS.findLast(({ validFrom }) => validFrom <= day) ?? first;
  if (!inForce) throw new Error('There is no edition of the evidence requirements');
  return inForce;
}
