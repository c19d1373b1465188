import { UnitOfWork } from '../../src/core/database/index.js';
import type { ProfileVisibility } from '../../src/modules/profiles/index.js';
import type {
  NewEducation,
  NewIntention,
  NewSkill,
} from '../../src/modules/profiles/profile/profile-entries.js';
import { ProfileEntriesRepository } from '../../src/modules/profiles/profile/profile-entries.repository.js';
import {
  dayColumn,
  ProfileRepository,
} from '../../src/modules/profiles/profile/profile.repository.js';
import type { TestApp } from '../support/app.js';
import { createAccount, type TestAccount } from './account.factory.js';
import { OCCUPATION, REGION, regionId } from './reference-data.factory.js';

export interface ProfileOptions {
  /** Whose it is; a new person unless said. */
  readonly person?: TestAccount;
  readonly fullName?: string;
  readonly headline?: string | null;
  readonly summary?: string | null;
  readonly regionCode?: string;
  /** Everyone unless said: most specs are about people who can be found. */
  readonly visibility?: ProfileVisibility;
  readonly isActive?: boolean;
  readonly availableFrom?: string;
  readonly experienceYears?: number | null;
  /** Code and rank of the highest education; an associate degree unless said. */
  readonly education?: { readonly levelCode: string; readonly rank: number };
  readonly majorCode?: string | null;
  readonly skills?: readonly (string | NewSkill)[];
  /** One wish for work as a welder unless said. */
  readonly intentions?: readonly Partial<NewIntention>[];
  readonly educations?: readonly Partial<NewEducation>[];
  readonly hiddenFrom?: readonly string[];
}

export interface TestProfile {
  readonly id: string;
  readonly person: TestAccount;
  readonly fullName: string;
}

const INTENTION: NewIntention = {
  title: '焊工',
  occupationCode: OCCUPATION.welder,
  regionIds: [],
  payMinFen: 500_000n,
  payMaxFen: 800_000n,
  payPeriod: 'MONTH',
  engagementType: 'FULL_TIME',
  startFrom: null,
};

let made = 0;

/** A complete profile, as if it had long been there: no events. */
export async function createProfile(
  app: Pick<TestApp, 'get'>,
  options: ProfileOptions = {},
): Promise<TestProfile> {
  made += 1;
  const person = options.person ?? (await createAccount(app));
  const fullName = options.fullName ?? `求职者${String(made)}`;
  const education = options.education ?? { levelCode: '31', rank: 50 };
  const id = await app.get(UnitOfWork).run(async () => {
    const id = await app.get(ProfileRepository).insert({
      accountId: person.account.id,
      fullName,
      headline: options.headline ?? null,
      summary: options.summary ?? null,
      homeRegionId: regionId(options.regionCode ?? REGION.wuzhong),
      educationLevelCode: education.levelCode,
      educationRank: education.rank,
      majorCode: options.majorCode ?? null,
      experienceYears: options.experienceYears ?? null,
      availableFrom: dayColumn(options.availableFrom ?? null),
      visibility: options.visibility ?? 'EVERYONE',
      isActive: options.isActive ?? true,
    });
    const entries = app.get(ProfileEntriesRepository);
    await entries.replaceEducations(
      id,
      (options.educations ?? [{}]).map((entry) => ({
        institution: '苏州健雄职业技术学院',
        collegeId: null,
        educationLevelCode: education.levelCode,
        majorName: '机电一体化技术',
        majorCode: options.majorCode ?? null,
        startedOn: '2023-09-01',
        endedOn: '2026-06-30',
        ...entry,
      })),
    );
    await entries.replaceSkills(
      id,
      (options.skills ?? ['氩弧焊']).map((skill) =>
        typeof skill === 'string' ? { name: skill, proficiency: null } : skill,
      ),
    );
    await entries.replaceIntentions(
      id,
      (options.intentions ?? [{}]).map((entry) => ({ ...INTENTION, ...entry })),
    );
    await app.get(ProfileRepository).replaceHidden(id, options.hiddenFrom ?? []);
    return id;
  });
  return { id, person, fullName };
}
