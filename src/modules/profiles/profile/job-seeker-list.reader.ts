import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ReferenceReader, skillKey } from '../../reference-data/index.js';
import { filterSchema, type JobSeekerProfilesArgs } from './profile.inputs.js';
import type { JobSeekerProfile } from './profile.model.js';
import { findableBy } from './profile.policy.js';
import { selectProfiles, toProfile } from './profile.rows.js';

type Condition = RawBuilder<SqlBool>;

/** Job seekers an enterprise's officer may find. */
@Injectable()
export class JobSeekerListReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reference: ReferenceReader,
  ) {}

  async list(actor: Actor, args: JobSeekerProfilesArgs): Promise<Connection<JobSeekerProfile>> {
    let query = selectProfiles(this.uow.sql).where(
      findableBy(actor.grants.map((grant) => grant.organisationId)),
    );
    for (const condition of await this.conditions(args)) query = query.where(condition);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'job_seeker_profiles.updated_at', direction: 'desc', type: 'timestamptz' },
        { column: 'job_seeker_profiles.id', direction: 'desc', type: 'uuid' },
      ],
      map: toProfile,
      count: () => countRows(query),
    });
  }

  private async conditions(args: JobSeekerProfilesArgs): Promise<Condition[]> {
    const filter = parseInput(filterSchema, args.filter ?? {});
    const field = (name: string): string[] => ['filter', name];
    const conditions: Condition[] = [];
    if (filter.skill)
      conditions.push(
        sql<SqlBool>`exists (select from profile_skills s where s.profile_id = job_seeker_profiles.id and s.normalised_name = ${skillKey(filter.skill)})`,
      );
    if (filter.occupationCode) {
      const { code } = await this.reference.requireOccupation(
        filter.occupationCode,
        field('occupationCode'),
      );
      conditions.push(
        sql<SqlBool>`exists (select from job_intentions i where i.profile_id = job_seeker_profiles.id
          and (i.occupation_code = ${code} or i.occupation_code like ${`${code}-%`}))`,
      );
    }
    if (filter.regionCode) {
      const region = await this.reference.requireRegion(filter.regionCode, field('regionCode'));
      conditions.push(inRegion(region.id));
    }
    if (filter.educationAtLeast) {
      const level = await this.reference.requireEducationLevel(
        filter.educationAtLeast,
        field('educationAtLeast'),
      );
      conditions.push(sql<SqlBool>`job_seeker_profiles.education_rank >= ${level.rank}`);
    }
    if (filter.majorCode) {
      const major = await this.reference.requireMajor(filter.majorCode, field('majorCode'));
      conditions.push(sql<SqlBool>`job_seeker_profiles.major_code = ${major.code}`);
    }
    return conditions;
  }
}

function inRegion(regionId: string): Condition {
  const within = sql`(select id from regions where ancestor_ids @> array[${regionId}]::uuid[])`;
  return sql<SqlBool>`(job_seeker_profiles.home_region_id in ${within}
    or exists (select from job_intentions i where i.profile_id = job_seeker_profiles.id
      and (i.region_ids = '{}' or i.region_ids && array${within})))`;
}
