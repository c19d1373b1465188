import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../core/auth/index.js';
import { fenOf } from '../../core/graphql/index.js';
import { parseInput } from '../../core/validation/index.js';
import { OpenPostings } from '../job-postings/index.js';
import { visibleProfileWhere } from '../profiles/index.js';
import { ReferenceReader, skillKey } from '../reference-data/index.js';
import {
  candidateTexts,
  type CandidateFilter,
  type RecommendationFilter,
} from './recommendation.inputs.js';

type Condition = RawBuilder<SqlBool>;

const field = (name: string): string[] => ['filter', name];
const IS_FIRST = sql<SqlBool>`recommendations.is_first`;

/**
 * What a list of recommendations may hold, as conditions on its rows: what is open and visible to whoever asks is among
 * them, so that pages are full. Unknown codes are refused.
 */
@Injectable()
export class RecommendationFilters {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly postings: OpenPostings,
  ) {}

  async ofPostings(actor: Actor, filter: RecommendationFilter): Promise<Condition[]> {
    const { regionCode, occupationCode, payAtLeast, onlyFirst } = filter;
    const tables = await this.reference.tables();
    const isShown = await this.postings.openIn(actor, 'recommendations.job_posting_id', {
      ...(regionCode && { regionId: tables.regions.require(regionCode, field('regionCode')).id }),
      ...(occupationCode && {
        occupationCode: tables.occupations.require(occupationCode, field('occupationCode')).code,
      }),
      ...(payAtLeast && { payAtLeastFen: fenOf(payAtLeast, field('payAtLeast')) }),
    });
    return onlyFirst ? [isShown, IS_FIRST] : [isShown];
  }

  /** On rows that are joined with their profile. */
  async ofPeople(actor: Actor, filter: CandidateFilter): Promise<Condition[]> {
    const { regionCode, educationAtLeast, onlyFirst } = filter;
    const { skill } = parseInput(candidateTexts, { filter }).filter;
    const conditions = [visibleProfileWhere(actor)];
    if (regionCode) {
      const { id } = await this.reference.requireRegion(regionCode, field('regionCode'));
      conditions.push(await this.wishedRegion(id));
    }
    if (educationAtLeast) {
      const at = field('educationAtLeast');
      const { rank } = await this.reference.requireEducationLevel(educationAtLeast, at);
      conditions.push(sql<SqlBool>`job_seeker_profiles.education_rank >= ${rank}`);
    }
    if (skill) conditions.push(holdsSkill(skill));
    if (onlyFirst) conditions.push(IS_FIRST);
    return conditions;
  }

  /** The region, one above or one below it is wished for, or none in particular. */
  private async wishedRegion(regionId: string): Promise<Condition> {
    const path = (await this.reference.regionPath(regionId)).map(({ id }) => id);
    const below = sql`array(select id from regions where ancestor_ids @> array[${regionId}]::uuid[])`;
    return sql<SqlBool>`(not exists (select from job_intentions wish
        where wish.profile_id = job_seeker_profiles.id)
      or exists (select from job_intentions wish where wish.profile_id = job_seeker_profiles.id
        and (wish.region_ids = '{}' or wish.region_ids && ${path}::uuid[]
          or wish.region_ids && ${below})))`;
  }
}

function holdsSkill(name: string): Condition {
  return sql<SqlBool>`exists (select from profile_skills held
    where held.profile_id = job_seeker_profiles.id and held.normalised_name = ${skillKey(name)})`;
}
