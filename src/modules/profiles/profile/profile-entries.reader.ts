import { Injectable } from '@nestjs/common';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { money } from '../../../core/graphql/index.js';
import type {
  ProfileEducation,
  ProfileExperience,
  JobIntention,
  ProfileCertificate,
  ProfileSkill,
} from './profile.model.js';

/** A wish as it is stored, with exact pay. */
export interface StoredIntention extends JobIntention {
  readonly payMinFen: bigint | null;
  readonly payMaxFen: bigint | null;
}

/** Everything below one profile. */
export interface ProfileEntries {
  readonly educations: readonly ProfileEducation[];
  readonly experiences: readonly ProfileExperience[];
  readonly skills: readonly ProfileSkill[];
  readonly certificates: readonly ProfileCertificate[];
  readonly intentions: readonly StoredIntention[];
}

type Grouped<T> = Map<string, readonly T[]>;

/** The entries of profiles, each kind by one statement for any number of profiles. */
@Injectable()
export class ProfileEntriesReader {
  constructor(private readonly uow: UnitOfWork) {}

  async all(profileId: string): Promise<ProfileEntries> {
    const ids = [profileId];
    const of = <T>(rows: Grouped<T>): readonly T[] => rows.get(profileId) ?? [];
    return {
      educations: of(await this.educations(ids)),
      experiences: of(await this.experiences(ids)),
      skills: of(await this.skills(ids)),
      certificates: of(await this.certificates(ids)),
      intentions: of(await this.intentions(ids)),
    };
  }

  async educations(profileIds: readonly string[]): Promise<Grouped<ProfileEducation>> {
    const rows = await this.uow.sql
      .selectFrom('education_entries')
      .selectAll()
      .where('profile_id', 'in', [...profileIds])
      .orderBy('profile_id')
      .orderBy('ordinal')
      .execute();
    return grouped(rows, (row) => ({
      id: row.id,
      institution: row.institution,
      majorName: row.major_name,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      collegeId: row.college_id,
      educationLevelCode: row.education_level_code,
      majorCode: row.major_code,
    }));
  }

  async experiences(profileIds: readonly string[]): Promise<Grouped<ProfileExperience>> {
    const rows = await this.uow.sql
      .selectFrom('experience_entries')
      .selectAll()
      .where('profile_id', 'in', [...profileIds])
      .orderBy('profile_id')
      .orderBy('ordinal')
      .execute();
    return grouped(rows, (row) => ({
      id: row.id,
      employerName: row.employer_name,
      position: row.position,
      description: row.description,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      occupationCode: row.occupation_code,
    }));
  }

  async skills(profileIds: readonly string[]): Promise<Grouped<ProfileSkill>> {
    const rows = await this.uow.sql
      .selectFrom('profile_skills')
      .select(['id', 'profile_id', 'name', 'proficiency'])
      .where('profile_id', 'in', [...profileIds])
      .orderBy('profile_id')
      .orderBy('ordinal')
      .execute();
    return grouped(rows, (row) => ({
      id: row.id,
      name: row.name,
      proficiency: row.proficiency === null ? null : enumName(row.proficiency),
    }));
  }

  async certificates(profileIds: readonly string[]): Promise<Grouped<ProfileCertificate>> {
    const rows = await this.uow.sql
      .selectFrom('profile_certificates')
      .selectAll()
      .where('profile_id', 'in', [...profileIds])
      .orderBy('profile_id')
      .orderBy('ordinal')
      .execute();
    return grouped(rows, (row) => ({
      id: row.id,
      name: row.name,
      issuer: row.issuer,
      issuedOn: row.issued_on,
      occupationCode: row.occupation_code,
      skillLevelId: row.skill_level_id,
    }));
  }

  async intentions(profileIds: readonly string[]): Promise<Grouped<StoredIntention>> {
    const rows = await this.uow.sql
      .selectFrom('job_intentions')
      .selectAll()
      .where('profile_id', 'in', [...profileIds])
      .orderBy('profile_id')
      .orderBy('ordinal')
      .execute();
    return grouped(rows, (row) => ({
      id: row.id,
      title: row.title,
      payMinFen: row.pay_min_fen,
      payMaxFen: row.pay_max_fen,
      payMin: row.pay_min_fen === null ? null : money(row.pay_min_fen),
      payMax: row.pay_max_fen === null ? null : money(row.pay_max_fen),
      payPeriod: enumName(row.pay_period),
      engagementType: row.engagement_type === null ? null : enumName(row.engagement_type),
      startFrom: row.start_from,
      occupationCode: row.occupation_code,
      regionIds: row.region_ids ?? [],
    }));
  }
}

function grouped<Row extends { readonly profile_id: string }, T>(
  rows: readonly Row[],
  map: (row: Row) => T,
): Grouped<T> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const entries = found.get(row.profile_id);
    if (entries) entries.push(map(row));
    else found.set(row.profile_id, [map(row)]);
  }
  return found;
}
