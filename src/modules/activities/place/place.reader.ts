import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, UnitOfWork } from '../../../core/database/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobFairReader } from '../job-fair/job-fair.reader.js';
import { concernedPlaces, ownOrganisations, visiblePlaces } from '../job-fair/job-fair.policy.js';
import { placesSchema, type JobFairPlacesArgs } from './place.inputs.js';
import type { JobFairPlace } from './place.model.js';
import { selectPlaces, toPlace } from './place.rows.js';

/** Organisations at fairs. Who comes is seen with the fair; who was invited, by whom it concerns. */
@Injectable()
export class PlaceReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly fairs: JobFairReader,
  ) {}

  /** Of a fair the actor may know of, those that came first before the others; none of any other fair. */
  async list(actor: Actor, args: JobFairPlacesArgs): Promise<Connection<JobFairPlace>> {
    const { jobFairId } = parseInput(placesSchema, { jobFairId: args.jobFairId });
    const fair = await this.fairs.find(actor, jobFairId);
    const now = this.clock.now();
    let query = this.select(actor)
      .where('job_fair_places.job_fair_id', '=', jobFairId)
      .where(visiblePlaces(actor));
    if (!fair) query = query.where('job_fair_places.id', 'is', null);
    if (args.states?.length)
      query = query.where('job_fair_places.state', 'in', args.states.map(enumLabel));
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'job_fair_places.created_at', direction: 'asc', type: 'timestamptz' },
        { column: 'job_fair_places.id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => toPlace(row, now),
      count: () => countRows(query),
    });
  }

  /** The organisation at the fair, when it is an own one of the actor. */
  async findOwn(
    actor: Actor,
    jobFairId: string,
    organisationId: string,
  ): Promise<JobFairPlace | null> {
    if (!isUuid(jobFairId)) return null;
    const places = (await this.ownAt(actor, [jobFairId])).get(jobFairId) ?? [];
    return places.find((place) => place.organisationId === organisationId) ?? null;
  }

  /** Own organisations of the actor at each of the fairs. */
  async ownAt(actor: Actor, jobFairIds: readonly string[]): Promise<Map<string, JobFairPlace[]>> {
    const own = ownOrganisations(actor);
    const found = new Map<string, JobFairPlace[]>();
    if (own.length === 0 || jobFairIds.length === 0) return found;
    const rows = await this.select(actor)
      .where('job_fair_places.job_fair_id', 'in', [...jobFairIds])
      .where('job_fair_places.organisation_id', 'in', own)
      .orderBy('job_fair_places.id')
      .execute();
    const now = this.clock.now();
    for (const row of rows)
      found.set(row.job_fair_id, [...(found.get(row.job_fair_id) ?? []), toPlace(row, now)]);
    return found;
  }

  /** Postings each organisation brings, in their order. */
  async postingIdsOf(placeIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.uow.sql
      .selectFrom('job_fair_postings')
      .select(['place_id', 'job_posting_id'])
      .where('place_id', 'in', [...placeIds])
      .orderBy('place_id')
      .orderBy('position')
      .execute();
    const found = new Map<string, string[]>();
    for (const row of rows)
      found.set(row.place_id, [...(found.get(row.place_id) ?? []), row.job_posting_id]);
    return found;
  }

  private select(actor: Actor) {
    return selectPlaces(this.uow.sql, concernedPlaces(actor));
  }
}
