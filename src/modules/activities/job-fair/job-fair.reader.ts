import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type OrderKey,
} from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AffiliationReader } from '../../affiliations/index.js';
import { ReferenceReader, withinRegion } from '../../reference-data/index.js';
import { filterSchema, type JobFairConditions, type JobFairsArgs } from './job-fair.inputs.js';
import type { JobFair } from './job-fair.model.js';
import {
  concernedPlaces,
  ownOrganisations,
  visibleFairs,
  type FairViewer,
} from './job-fair.policy.js';
import { selectFairs, toFair } from './job-fair.rows.js';

const SOONEST: readonly OrderKey[] = [
  { column: 'job_fairs.starts_at', direction: 'asc', type: 'timestamptz' },
  { column: 'job_fairs.id', direction: 'asc', type: 'uuid' },
];
const LATEST: readonly OrderKey[] = [
  { column: 'job_fairs.starts_at', direction: 'desc', type: 'timestamptz' },
  { column: 'job_fairs.id', direction: 'desc', type: 'uuid' },
];

/** Fairs for the API and for other modules; who sees them, and whether they are over, is decided at the moment. */
@Injectable()
export class JobFairReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly affiliations: AffiliationReader,
    private readonly reference: ReferenceReader,
  ) {}

  /** The fair when the actor may know of it. */
  async find(actor: Actor, id: string): Promise<JobFair | null> {
    return (await this.findMany(actor, [id]))[0] ?? null;
  }

  /** Those the actor may know of, in no particular order. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<JobFair[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await this.visible(await this.viewer(actor))
      .where('job_fairs.id', 'in', known)
      .execute();
    const now = this.clock.now();
    return rows.map((row) => toFair(row, now));
  }

  async list(actor: Actor, args: JobFairsArgs): Promise<Connection<JobFair>> {
    const filter = parseInput(filterSchema, { filter: args.filter }).filter ?? {};
    const now = this.clock.now();
    const query = await this.narrowed(actor, filter, now);
    return keysetPage(query, {
      args,
      orderBy: filter.period === 'UPCOMING' ? SOONEST : LATEST,
      map: (row) => toFair(row, now),
      count: () => countRows(query),
    });
  }

  private async narrowed(actor: Actor, filter: JobFairConditions, now: Date) {
    let query = this.visible(await this.viewer(actor));
    if (filter.period) {
      query = query.where('job_fairs.ends_at', filter.period === 'PAST' ? '<=' : '>', now);
    }
    if (filter.regionCode) {
      const region = await this.reference.requireRegion(filter.regionCode, [
        'filter',
        'regionCode',
      ]);
      query = query.where(withinRegion('job_fairs.region_id', region.id));
    }
    if (filter.admission)
      query = query.where('job_fairs.admission', '=', enumLabel(filter.admission));
    if (filter.organiserId) query = query.where('job_fairs.organiser_id', '=', filter.organiserId);
    if (filter.participantId) {
      const isOwn = ownOrganisations(actor).includes(filter.participantId);
      query = query.where(sql<SqlBool>`${isOwn} and exists (select from job_fair_places place
        where place.job_fair_id = job_fairs.id and place.organisation_id = ${filter.participantId}::uuid)`);
    }
    if (filter.agreementId)
      query = query.where(sql<SqlBool>`exists (select from job_fair_places
        where job_fair_places.job_fair_id = job_fairs.id
          and job_fair_places.agreement_id = ${filter.agreementId}::uuid and ${concernedPlaces(actor)})`);
    return query;
  }

  private visible(viewer: FairViewer) {
    return selectFairs(this.uow.sql, viewer.actor).where(visibleFairs(viewer));
  }

  private async viewer(actor: Actor): Promise<FairViewer> {
    const collegeIds =
      actor.kind === 'ACCOUNT' && actor.accountId !== null
        ? await this.affiliations.confirmedCollegeIds(actor.accountId)
        : [];
    return { actor, collegeIds };
  }
}
