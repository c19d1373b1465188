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
  /** Empty when the person lists none: then they are not known. */
  readonly skills: readonly string[];
  /** Certificates held, as people name them; empty when the person lists none. */
  readonly certificates: readonly string[];
  /** Highest vocational skill level (1 apprentice … 8); null when not said. */
  readonly skillLevel: number | null;
  /** Majors studied, as codes of the catalogue and as names. */
  readonly majors: readonly string[];
  /** Positions held before. */
  readonly pastTitles: readonly string[];
  /** Rank of the highest education (higher is more); null when not said. */
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** First day on which the person could begin; null when not said. */
  readonly availableFrom: string | null;
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
    certificates: of.certificates,
    skillLevel: of.skillLevel,
    majors: of.majors,
    pastTitles: of.pastTitles,
    educationRank: of.educationRank,
    experienceYears: of.experienceYears,
    availableFrom: of.availableFrom,
    hiddenFromOrganisationIds: of.hiddenFromOrganisationIds,
    collegeIds: of.collegeIds,
  };
}

/** What the engine knows of a posting that is open for applications. */
export interface PostingFeatures {
  readonly jobPostingId: string;
  readonly organisationId: string | null;
  /** Whose it is, by id or, unclaimed, by name; null when not said. No list is filled by one employer. */
  readonly employer: string | null;
  readonly title: string;
  readonly occupationCode: string | null;
  /** Regions from the province down to the deepest known one. */
  readonly regionPath: readonly string[];
  /** Monthly pay in fen; null when not stated. */
  readonly payMinFen: number | null;
  readonly payMaxFen: number | null;
  readonly skills: readonly PostingSkill[];
  /** Certificates without which nobody is proposed. */
  readonly requiredCertificates: readonly string[];
  /** Least vocational skill level (1 apprentice … 8). */
  readonly skillLevel: number | null;
  /** Codes of majors asked for; empty when none is. */
  readonly majorCodes: readonly string[];
  readonly educationRank: number | null;
  readonly experienceYears: number | null;
  /** Day on which the work begins, today at the earliest; null when not said. */
  readonly startsOn: string | null;
  /** How many people are interested, 0 … 1; null while too few are to say anything. */
  readonly interestShare: number | null;
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

/** A person of whom nothing is known. */
export const UNKNOWN_SEEKER: Omit<SeekerFeatures, 'profileId'> = {
  wishedTitles: [],
  wishedOccupationCodes: [],
  wishedRegionIds: [],
  wishedPayMinFen: null,
  skills: [],
  certificates: [],
  skillLevel: null,
  majors: [],
  pastTitles: [],
  educationRank: null,
  experienceYears: null,
  availableFrom: null,
  hiddenFromOrganisationIds: [],
  collegeIds: [],
};

/** A posting that says nothing but its title. */
export const UNKNOWN_POSTING: Omit<PostingFeatures, 'jobPostingId' | 'title'> = {
  organisationId: null,
  employer: null,
  occupationCode: null,
  regionPath: [],
  payMinFen: null,
  payMaxFen: null,
  skills: [],
  requiredCertificates: [],
  skillLevel: null,
  majorCodes: [],
  educationRank: null,
  experienceYears: null,
  startsOn: null,
  interestShare: null,
  freeSeats: null,
  audienceCollegeIds: null,
};

const IGNORED = /[\s\p{P}\p{S}]+/gu;

/** Two-character pieces of a title; a single character stands for itself. */
export function titlePieces(title: string): Set<string> {
  const text = title.normalize('NFKC').toLowerCase().replaceAll(IGNORED, '');
  const characters = [...text];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`));
}
