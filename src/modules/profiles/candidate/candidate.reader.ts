import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { JobSeekerProfile } from '../profile/profile.model.js';
import { findableBy, mayBeFound } from '../profile/profile.policy.js';
import { selectProfiles, toProfile } from '../profile/profile.rows.js';
import {
  readCandidateDocuments,
  type CandidateDocument,
  type CandidateSlice,
} from './candidate-documents.js';
import {
  readCandidateIds,
  type CandidateConditions,
  type CandidateIds,
} from './candidate.query.js';

/** People who let employers find them, for the employers' search. Whoever calls has checked JOB_SEEKER_SEARCH. */
@Injectable()
export class CandidateReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those the actor may find now, in the order of the ids: what a search shows. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<JobSeekerProfile[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await selectProfiles(this.uow.sql)
      .where('job_seeker_profiles.id', 'in', known)
      .where(findableBy(organisationsOf(actor)))
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toProfile(row)]));
    return known.flatMap((id) => byId.get(id) ?? []);
  }

  /** Answers a search without the search engine: one page of ids and the exact total. */
  search(
    actor: Actor,
    conditions: CandidateConditions,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<CandidateIds> {
    return readCandidateIds(this.uow.sql, organisationsOf(actor), conditions, page);
  }

  /** For the search index: of the ids, or the next batch by id. Who is not answered cannot be found. */
  documents(slice: CandidateSlice): Promise<CandidateDocument[]> {
    return readCandidateDocuments(this.uow.sql, slice);
  }

  /** Ids and versions of all who can be found, for the comparison with the search index; the next batch by id. */
  async versions(
    after: string | null,
    limit: number,
  ): Promise<{ readonly id: string; readonly version: number }[]> {
    let query = this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select(['id', 'version'])
      .where(mayBeFound())
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    return query.execute();
  }

  /** Ids of profiles touched since, findable or not; the next batch by id. */
  async idsTouchedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select('id')
      .where('updated_at', '>=', since)
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    return (await query.execute()).map(({ id }) => id);
  }
}

/** Who works for several organisations is hidden from when any of them is. */
function organisationsOf(actor: Actor): string[] {
  return actor.grants.map(({ organisationId }) => organisationId);
}
