import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock, isUuid } from '../../../core/clock/index.js';
import { enumLabel, UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type OrderKey,
} from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { jobPostingErrors } from './job-posting.errors.js';
import {
  jobPostingFilterSchema,
  type JobPostingOrder,
  type JobPostingsArgs,
} from './job-posting.args.js';
import type { JobPosting } from './job-posting.model.js';
import { audienceWhere, collegesOf, openWhere, visibleWhere } from './job-posting.policy.js';
import { postingsWithContext, selectPostings, toJobPosting } from './job-posting.rows.js';
import {
  openUnder,
  readOpenIds,
  type OpenPostingConditions,
  type OpenPostingIds,
  type OpenPostingOrder,
} from './open-postings.query.js';
import {
  readDocuments,
  readMatchFeatures,
  type JobPostingDocument,
  type JobPostingMatchFeatures,
  type PostingSlice,
} from './posting-documents.js';
import { PostingViewers } from './posting-viewers.js';

const ORDERS: Readonly<Record<JobPostingOrder, readonly OrderKey[]>> = {
  NEWEST: [
    { column: 'job_postings.created_at', direction: 'desc', type: 'timestamptz' },
    { column: 'job_postings.id', direction: 'desc', type: 'uuid' },
  ],
  UPDATED: [
    { column: 'job_postings.updated_at', direction: 'desc', type: 'timestamptz' },
    { column: 'job_postings.id', direction: 'desc', type: 'uuid' },
  ],
  VALID_THROUGH: [
    { column: 'job_postings.valid_through', direction: 'asc', type: 'date', nullable: true },
    { column: 'job_postings.id', direction: 'asc', type: 'uuid' },
  ],
};

export interface PostingVersion {
  readonly id: string;
  readonly version: number;
}

/** Postings for the API and for other modules; what is open is decided at the moment of asking. */
@Injectable()
export class JobPostingReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly viewers: PostingViewers,
  ) {}

  /** The posting when the actor may know of it. */
  async find(actor: Actor, id: string): Promise<JobPosting | null> {
    const [posting] = await this.findMany(actor, [id]);
    return posting ?? null;
  }

  /** Those the actor may know of, in the order of the ids. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<JobPosting[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const viewer = await this.viewers.of(actor);
    const rows = await this.select()
      .where('job_postings.id', 'in', known)
      .where(visibleWhere(viewer))
      .execute();
    return inOrder(known, rows.map(toJobPosting));
  }

  /**
   * Those that are open now, whose audience the actor belongs to and that meet the conditions, in the order of the ids: what
   * a search shows. Words are left to the search.
   */
  async findOpen(
    actor: Actor,
    ids: readonly string[],
    conditions: Partial<Omit<OpenPostingConditions, 'text'>> = {},
  ): Promise<JobPosting[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const viewer = await this.viewers.of(actor);
    let query = this.select().where('job_postings.id', 'in', known);
    for (const condition of openUnder(viewer, { ...conditions, text: null })) {
      query = query.where(condition);
    }
    const rows = await query.execute();
    return inOrder(known, rows.map(toJobPosting));
  }

  /** Those that exist, whoever asks; for objects that name a posting and are themselves visible. */
  async findAny(ids: readonly string[]): Promise<JobPosting[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await this.select().where('job_postings.id', 'in', known).execute();
    return rows.map(toJobPosting);
  }

  /** Whoever asks; an unknown id is refused as not found. */
  async requireById(id: string, field?: readonly string[]): Promise<JobPosting> {
    const [posting] = await this.findAny([id]);
    if (!posting) throw requestErrors.NOT_FOUND(field && { field });
    return posting;
  }

  /**
   * The posting, if the actor can apply to it now. Outside his audience it is as unknown as one that does not exist.
   * Within a unit of work it cannot close before that ends.
   */
  async requireOpenForApplications(
    actor: Actor,
    id: string,
    field: readonly string[] = ['jobPostingId'],
  ): Promise<JobPosting> {
    const viewer = await this.viewers.of(actor);
    const query = this.select()
      .select([
        openWhere(viewer.now, viewer.today).as('is_open'),
        audienceWhere(viewer).as('is_in_audience'),
      ])
      .where('job_postings.id', '=', id);
    const row = isUuid(id)
      ? await (this.uow.isOpen ? query.forShare('job_postings') : query).executeTakeFirst()
      : undefined;
    const isKnown = row && row.is_in_audience && row.published_at !== null;
    if (!isKnown) throw requestErrors.NOT_FOUND({ field });
    if (row.publication === 'external') throw jobPostingErrors.EXTERNAL({ field });
    if (!row.is_open) throw jobPostingErrors.NOT_OPEN({ field });
    return toJobPosting(row);
  }

  /** Postings the actor may know of: everyone's view of an employer, the employer's own list, the bureau's. */
  async list(actor: Actor, args: JobPostingsArgs): Promise<Connection<JobPosting>> {
    const filter = parseInput(jobPostingFilterSchema, args.filter ?? {});
    let query = this.select().where(visibleWhere(await this.viewers.of(actor)));
    if (filter.organisationId)
      query = query.where('job_postings.organisation_id', '=', filter.organisationId);
    if (filter.states?.length)
      query = query.where('job_postings.state', 'in', filter.states.map(enumLabel));
    if (filter.closeCauses?.length)
      query = query.where('job_postings.close_cause', 'in', filter.closeCauses.map(enumLabel));
    if (filter.publication)
      query = query.where('job_postings.publication', '=', enumLabel(filter.publication));
    if (filter.title) {
      const pattern = `%${filter.title.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      query = query.where('job_postings.title', 'ilike', pattern);
    }
    return keysetPage(query, {
      args,
      orderBy: ORDERS[args.orderBy],
      map: toJobPosting,
      count: () => countRows(query),
    });
  }

  /** Colleges whose audience the actor belongs to, for the guard of a search. */
  async audienceCollegesOf(actor: Actor): Promise<string[]> {
    return collegesOf(await this.viewers.of(actor));
  }

  /** Answers a search without the search engine: one page of ids, the exact total and the positions. */
  async searchOpen(
    actor: Actor,
    conditions: OpenPostingConditions,
    page: { readonly order: OpenPostingOrder; readonly limit: number; readonly offset: number },
  ): Promise<OpenPostingIds> {
    return readOpenIds(this.uow.sql, await this.viewers.of(actor), conditions, page);
  }

  /** Ids and versions of what is open, for the comparison with the search index; the next batch by id. */
  async openVersions(after: string | null, limit: number): Promise<PostingVersion[]> {
    const { now, today } = this.moment();
    let query = postingsWithContext(this.uow.sql)
      .select(['job_postings.id', 'job_postings.version'])
      .where(openWhere(now, today))
      .orderBy('job_postings.id')
      .limit(limit);
    if (after !== null) query = query.where('job_postings.id', '>', after);
    return query.execute();
  }

  /** Ids of postings touched since, open or not; the next batch by id. */
  async idsTouchedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('job_postings')
      .select('id')
      .where('updated_at', '>=', since)
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    return (await query.execute()).map((row) => row.id);
  }

  /** Open postings for the search index: of the ids, or the next batch by id. What is not answered is not open. */
  documents(slice: PostingSlice): Promise<JobPostingDocument[]> {
    return readDocuments(this.uow.sql, slice, this.moment());
  }

  /** Open postings for matching: of the ids, or the next batch by id. */
  matchFeatures(slice: PostingSlice): Promise<JobPostingMatchFeatures[]> {
    return readMatchFeatures(this.uow.sql, slice, this.moment());
  }

  /** The same of the ids, open or not any more: for learning from what became of them. */
  pastMatchFeatures(ids: readonly string[]): Promise<JobPostingMatchFeatures[]> {
    return readMatchFeatures(this.uow.sql, { ids }, this.moment(), { isOpenOnly: false });
  }

  /** Ids of an organisation's postings that were ever published: what its standing shows or hides. */
  async publishedIdsOf(organisationId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('job_postings')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'published')
      .orderBy('id')
      .execute();
    return rows.map((row) => row.id);
  }

  private moment(): { now: Date; today: string } {
    const now = this.clock.now();
    return { now, today: calendarDay(now) };
  }

  private select() {
    return selectPostings(this.uow.sql);
  }
}

function inOrder(ids: readonly string[], postings: readonly JobPosting[]): JobPosting[] {
  const byId = new Map(postings.map((posting) => [posting.id, posting]));
  return ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []);
}
