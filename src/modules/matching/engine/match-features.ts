/** What the engine knows of a person. Codes and words only: no name, no contact, nothing that identifies. */
export interface SeekerFeatures {
  readonly profileId: string;
  /** Titles of the work the person wants. */
  readonly wishedTitles: readonly string[];
  readonly wishedOccupationCodes: readonly string[];
  /** Regions wished for; empty means anywhere. */
  readonly wishedRegionIds: readonly string[];
  /** Least monthly pay wished for, in fen; null when not said. */
  readonly wishedPayMinFen: number | null;
  readonly skills: readonly string[];
  /** Rank of the highest education (higher is more); null when not said. */
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** Organisations the person hides from. */
  readonly hiddenFromOrganisationIds: readonly string[];
  /** Colleges whose confirmed student the person is. */
  readonly collegeIds: readonly string[];
}

/** What nobody is ranked by, under the names it goes by. */
type NeverScored =
  | 'name'
  | 'fullName'
  | 'sex'
  | 'gender'
  | 'ethnicity'
  | 'nationality'
  | 'householdRegistration'
  | 'homeRegionId'
  | 'maritalState'
  | 'photo'
  | 'birthDate'
  | 'age'
  | 'religion'
  | 'politicalStatus'
  | 'headline'
  | 'summary';

/** Does not compile when one of them becomes a feature. */
type Neutral<T> = keyof T & NeverScored extends never ? T : never;

/** The features and nothing else, whatever else the caller knows of the person. */
export function seekerFeatures(of: SeekerFeatures): Neutral<SeekerFeatures> {
  return {
    profileId: of.profileId,
    wishedTitles: of.wishedTitles,
    wishedOccupationCodes: of.wishedOccupationCodes,
    wishedRegionIds: of.wishedRegionIds,
    wishedPayMinFen: of.wishedPayMinFen,
    skills: of.skills,
    educationRank: of.educationRank,
    experienceYears: of.experienceYears,
    hiddenFromOrganisationIds: of.hiddenFromOrganisationIds,
    collegeIds: of.collegeIds,
  };
}

/** What the engine knows of a posting that is open for applications. */
export interface PostingFeatures {
  readonly jobPostingId: string;
  readonly organisationId: string | null;
  readonly title: string;
  readonly occupationCode: string | null;
  /** Regions from the province down to the deepest known one. */
  readonly regionPath: readonly string[];
  /** Monthly pay in fen; null when not stated. */
  readonly payMinFen: number | null;
  readonly payMaxFen: number | null;
  readonly skills: readonly PostingSkill[];
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** Seats still free; null when the posting does not say. */
  readonly freeSeats: number | null;
  /** Colleges whose students alone may see it now; null while everyone may. */
  readonly audienceCollegeIds: readonly string[] | null;
}

export interface PostingSkill {
  readonly name: string;
  /** True: without it the person is not proposed. */
  readonly isRequired: boolean;
  /** 1 (nice) … 10 (central). */
  readonly weight: number;
}

const IGNORED = /[\s\p{P}\p{S}]+/gu;

/** Two-character pieces of a title; a single character stands for itself. */
export function titlePieces(title: string): Set<string> {
  const text = title.normalize('NFKC').toLowerCase().replaceAll(IGNORED, '');
  const characters = [...text];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`));
}
