import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { inGoodStandingAt } from '../../organisations/index.js';
import { JOB_POSTING_MANAGE, JOB_POSTING_REVIEW } from '../job-postings.permissions.js';

/** Who looks, and when. */
export interface PostingViewer {
  readonly actor: Actor;
  /** Colleges whose confirmed student the actor is. */
  readonly collegeIds: readonly string[];
  readonly now: Date;
  /** Calendar day of `now` in China. */
  readonly today: string;
}

/** What the rules need to know about a posting. */
export interface ConcernedPosting {
  readonly organisationId: string | null;
  readonly chargeRegionIds: readonly string[];
}

export function isMember(actor: Actor, organisationId: string | null): boolean {
  return actor.grants.some((grant) => grant.organisationId === organisationId);
}

export function mayManage(actor: Actor, organisationId: string | null): boolean {
  return organisationId !== null && holds(actor, JOB_POSTING_MANAGE, organisationId);
}

/** Regions whose postings the actor reviews: those of the bureaux in good standing he works for. */
export function regionsInCharge(actor: Actor): string[] {
  const bureaux = new Set(organisationsWith(actor, JOB_POSTING_REVIEW));
  return actor.grants
    .filter((grant) => bureaux.has(grant.organisationId))
    .flatMap(({ regionId }) => (regionId === null ? [] : [regionId]));
}

/** Whether the actor's bureau answers for the posting: its employer's region, or the place where there is no employer yet. */
export function isInCharge(actor: Actor, posting: ConcernedPosting): boolean {
  if (actor.kind === 'SYSTEM') return true;
  return regionsInCharge(actor).some((region) => posting.chargeRegionIds.includes(region));
}

/** Open for applications and search at that moment, whoever looks: the open rule, without the audience. */
export function openWhere(now: Date, today: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(job_postings.state = 'published'
    and (job_postings.valid_through is null or job_postings.valid_through >= ${today}::date)
    and (job_postings.headcount is null or job_postings.filled_count < job_postings.headcount)
    and (job_postings.publication = 'external' or ${inGoodStandingAt(now)}))`;
}

/** Colleges whose audience the viewer belongs to: as a confirmed student, or as one who works there. */
export function collegesOf({
  actor,
  collegeIds,
}: Pick<PostingViewer, 'actor' | 'collegeIds'>): string[] {
  const employers = actor.grants
    .filter(({ organisationKind }) => organisationKind === 'COLLEGE')
    .map(({ organisationId }) => organisationId);
  return [...collegeIds, ...employers];
}

/** The audience rule: everyone, or from a day on everyone, or the partner colleges' students and the colleges themselves. */
export function audienceWhere({ actor, collegeIds, today }: PostingViewer): RawBuilder<SqlBool> {
  const everyone = sql<SqlBool>`audience.rule is null or audience.rule = 'everyone'
    or (audience.rule = 'partners_first' and audience.partners_until < ${today}::date)`;
  const colleges = collegesOf({ actor, collegeIds });
  if (colleges.length === 0) return sql<SqlBool>`(${everyone})`;
  return sql<SqlBool>`(${everyone} or exists (select 1 from job_posting_audience_colleges as partner
    where partner.job_posting_id = job_postings.id and partner.college_id = any(${colleges}::uuid[])))`;
}

/** What a search shows to the viewer: open, and he is in the audience. */
export function openToViewer(viewer: PostingViewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${openWhere(viewer.now, viewer.today)} and ${audienceWhere(viewer)})`;
}

/** Postings of the bureau's region, from submission on. */
export function inChargeWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const regions = regionsInCharge(actor);
  if (regions.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(job_postings.state <> 'draft' and charge.ancestor_ids && ${regions}::uuid[])`;
}

/** Rows of `postingsWithContext` the viewer may know of: what is open to him, his organisation's, and his bureau's. */
export function visibleWhere(viewer: PostingViewer): RawBuilder<SqlBool> {
  const { actor } = viewer;
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const conditions = [openToViewer(viewer)];
  const own = actor.grants.map((grant) => grant.organisationId);
  if (own.length > 0)
    conditions.push(sql<SqlBool>`job_postings.organisation_id = any(${own}::uuid[])`);
  if (regionsInCharge(actor).length > 0) conditions.push(inChargeWhere(actor));
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
