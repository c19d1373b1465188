import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { monthlyPayFen } from '../../reference-data/index.js';
import type { JobSeekerProfile } from './profile.model.js';
import { profileErrors } from './profile.errors.js';
import {
  availableFrom,
  certificateNames,
  hiddenFrom,
  majorsStudied,
  skillLevel,
  skillNames,
} from './profile-expressions.js';
import { mayBeFound, visibleWhere } from './profile.policy.js';
import { selectProfiles, toProfile } from './profile.rows.js';
import { ProfileSnapshots } from './profile-snapshots.js';
import type { ProfileMatchFeatures, ProfileSlice, ProfileSnapshot } from './profile-snapshot.js';

/** Job seekers for the API and for other modules. */
@Injectable()
export class ProfileReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly snapshots: ProfileSnapshots,
  ) {}

  async findByAccount(accountId: string): Promise<JobSeekerProfile | null> {
    const row = await selectProfiles(this.uow.sql)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row ? toProfile(row) : null;
  }

  /** The person's own profile; refused with `PROFILE_MISSING` when there is none yet. */
  async requireOwn(accountId: string): Promise<JobSeekerProfile> {
    const profile = await this.findByAccount(accountId);
    if (!profile) throw profileErrors.MISSING();
    return profile;
  }

  /** The profile when the actor may see it, masked fields being the resolver's business. */
  async find(actor: Actor, id: string): Promise<JobSeekerProfile | null> {
    return (await this.findMany(actor, [id]))[0] ?? null;
  }

  /** Those the actor may see, in the order of the ids. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<JobSeekerProfile[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await selectProfiles(this.uow.sql)
      .where('job_seeker_profiles.id', 'in', known)
      .where(visibleWhere(actor))
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toProfile(row)]));
    return known.flatMap((id) => byId.get(id) ?? []);
  }

  /** The whole profile as plain JSON, with name and contacts in clear: for an application its owner sends. */
  snapshot(profileId: string): Promise<ProfileSnapshot> {
    return this.snapshots.take(profileId);
  }

  /** Profiles that one chunk of an import made, changed or took back. */
  async idsOfImport(importId: string, chunk: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('seeker_import_changes')
      .where('import_id', '=', importId)
      .where('chunk', '=', chunk)
      .select('profile_id')
      .orderBy('profile_id')
      .execute();
    return rows.map((row) => row.profile_id);
  }

  /** Everybody who looks for work now with the version of the profile, by id: which of what is known elsewhere still holds. */
  activeVersions(): Promise<{ readonly id: string; readonly version: number }[]> {
    return this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select(['id', 'version'])
      .where('is_active', '=', true)
      .orderBy('id')
      .execute();
  }

  /** Features of the named profiles (also inactive ones, so that what was proposed can be taken back), or a page of active ones. */
  async matchFeatures(slice: ProfileSlice): Promise<ProfileMatchFeatures[]> {
    let query = this.uow.sql
      .selectFrom('job_seeker_profiles as p')
      .select([
        'p.id',
        'p.account_id',
        'p.is_active',
        mayBeFound('p').as('is_findable'),
        'p.education_rank',
        'p.experience_years',
        availableFrom('p').as('available_from'),
        certificateNames('p').as('certificates'),
        skillLevel('p').as('skill_level'),
        majorsStudied('p').as('majors'),
        sql<string[]>`array(select position from experience_entries where profile_id = p.id
          order by ordinal limit 10)`.as('past_titles'),
        skillNames('p').as('skills'),
        hiddenFrom('p').as('hidden'),
        sql<
          Wish[]
        >`coalesce((select jsonb_agg(jsonb_build_object('title', title, 'occupation', occupation_code,
          'regions', region_ids, 'payMinFen', pay_min_fen::text, 'period', pay_period) order by ordinal)
          from job_intentions where profile_id = p.id), '[]')`.as('wishes'),
      ])
      .orderBy('p.id');
    if ('ids' in slice) {
      if (slice.ids.length === 0) return [];
      query = query.where('p.id', 'in', [...slice.ids]);
    } else {
      query = query.where('p.is_active', '=', true).limit(slice.limit);
      if (slice.after !== null) query = query.where('p.id', '>', slice.after);
    }
    const rows = await query.execute();
    return rows.map(({ wishes, ...row }) => ({
      profileId: row.id,
      accountId: row.account_id,
      isActive: row.is_active,
      isFindable: row.is_findable,
      ...wished(wishes),
      skills: row.skills,
      certificates: row.certificates,
      skillLevel: row.skill_level,
      majors: row.majors,
      pastTitles: row.past_titles,
      educationRank: row.education_rank,
      experienceYears: row.experience_years,
      availableFrom: row.available_from,
      hiddenFromOrganisationIds: row.hidden,
    }));
  }
}

interface Wish {
  readonly title: string | null;
  readonly occupation: string | null;
  readonly regions: readonly string[] | null;
  readonly payMinFen: string | null;
  readonly period: 'month' | 'year' | 'day' | 'hour' | 'piece';
}

/** Several wishes as one: any of the titles, occupations and regions, the least of the pays. */
function wished(wishes: readonly Wish[]) {
  const distinct = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const isAnywhere = wishes.some(({ regions }) => (regions ?? []).length === 0);
  const pays = wishes.map(({ payMinFen, period }) =>
    monthlyPayFen(payMinFen === null ? null : BigInt(payMinFen), enumName(period)),
  );
  const known = pays.filter((pay) => pay !== null).map(Number);
  return {
    wishedTitles: distinct(wishes.map((wish) => wish.title)),
    wishedOccupationCodes: distinct(wishes.map((wish) => wish.occupation)),
    wishedRegionIds: isAnywhere ? [] : distinct(wishes.flatMap(({ regions }) => regions ?? [])),
    // A wish without pay takes any pay.
    wishedPayMinFen: known.length > 0 && known.length === pays.length ? Math.min(...known) : null,
  };
}
