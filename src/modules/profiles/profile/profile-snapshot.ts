import type { SkillProficiency } from './profile.enums.js';

/** A code with the name it had, so that a snapshot reads without any table. */
export interface Coded {
  readonly code: string;
  readonly name: string;
}

/** A profile at one moment, as plain JSON: what an employer gets with an application. Personal throughout. */
export interface ProfileSnapshot {
  readonly profileId: string;
  readonly version: number;
  readonly takenAt: string;
  readonly fullName: string | null;
  readonly contact: { readonly phone: string | null; readonly email: string | null };
  readonly headline: string | null;
  readonly summary: string | null;
  readonly homeRegion: Coded | null;
  readonly educationLevel: Coded | null;
  readonly experienceYears: number | null;
  readonly availableFrom: string | null;
  readonly educations: readonly {
    readonly institution: string | null;
    readonly educationLevel: Coded | null;
    readonly majorName: string | null;
    readonly majorCode: string | null;
    readonly startedOn: string | null;
    readonly endedOn: string | null;
  }[];
  readonly experiences: readonly {
    readonly employerName: string;
    readonly position: string;
    readonly description: string | null;
    readonly startedOn: string | null;
    readonly endedOn: string | null;
  }[];
  readonly skills: readonly {
    readonly name: string;
    readonly proficiency: SkillProficiency | null;
  }[];
  readonly certificates: readonly {
    readonly name: string;
    readonly issuer: string | null;
    readonly issuedOn: string | null;
    readonly skillLevel: Coded | null;
  }[];
  readonly portfolio: readonly { readonly fileId: string; readonly title: string }[];
}

/** What matching knows of a person: codes and words, nothing that identifies. */
export interface ProfileMatchFeatures {
  readonly profileId: string;
  /** Null for an imported person nobody has claimed. */
  readonly accountId: string | null;
  /** False: the person looks for nothing now and is proposed to nobody. */
  readonly isActive: boolean;
  /** Whether employers may be shown the person at all. */
  readonly isFindable: boolean;
  readonly wishedTitles: readonly string[];
  readonly wishedOccupationCodes: readonly string[];
  /** Regions wished for; empty means anywhere. */
  readonly wishedRegionIds: readonly string[];
  /** Least monthly pay wished for, in fen; null when not said. */
  readonly wishedPayMinFen: number | null;
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  /** Highest vocational skill level (1 apprentice … 8); null when not said. */
  readonly skillLevel: number | null;
  /** Majors studied, as codes of the catalogue and as names. */
  readonly majors: readonly string[];
  /** Positions held before, the latest first; ten at most. */
  readonly pastTitles: readonly string[];
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** First day on which the person could begin; null when not said. */
  readonly availableFrom: string | null;
  readonly hiddenFromOrganisationIds: readonly string[];
}

/** Which profiles: those named, or a page of the active ones in the order of their ids. */
export type ProfileSlice =
  { readonly ids: readonly string[] } | { readonly after: string | null; readonly limit: number };
