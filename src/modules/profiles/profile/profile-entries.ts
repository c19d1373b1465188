import type { EngagementType, PayPeriod } from '../../../generated/prisma/enums.js';
import type { SkillProficiency } from './profile.enums.js';

/** Entries as they are to be stored: checked, codes looked up, in the order the person wants. */
export interface NewEducation {
  readonly institution: string | null;
  readonly collegeId: string | null;
  readonly educationLevelCode: string | null;
  readonly majorName: string | null;
  readonly majorCode: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface NewExperience {
  readonly employerName: string;
  readonly position: string;
  readonly occupationCode: string | null;
  readonly description: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface NewSkill {
  readonly name: string;
  readonly proficiency: SkillProficiency | null;
}

export interface NewCertificate {
  readonly name: string;
  readonly issuer: string | null;
  readonly occupationCode: string | null;
  readonly skillLevelId: string | null;
  readonly issuedOn: string | null;
}

export interface NewIntention {
  readonly title: string | null;
  readonly occupationCode: string | null;
  readonly regionIds: readonly string[];
  readonly payMinFen: bigint | null;
  readonly payMaxFen: bigint | null;
  readonly payPeriod: PayPeriod;
  readonly engagementType: EngagementType | null;
  readonly startFrom: string | null;
}
