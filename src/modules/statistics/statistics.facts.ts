import { sql, type RawBuilder } from 'kysely';
import type { FigureName } from './statistics.figures.js';

/**
 * What a figure is counted from: one row a fact with `at` (when), `amount`, `region_id` and `occupation_code`. Every
 * grouping and filter is put around these, so a figure is defined in one place and nowhere else.
 */
const FACTS: Readonly<Record<FigureName, RawBuilder<unknown>>> = {
  POSTINGS: sql`
    select published_at as at, 1 as amount, region_id, occupation_code
    from job_postings where published_at is not null`,
  POSITIONS: sql`
    select published_at as at, headcount as amount, region_id, occupation_code
    from job_postings where published_at is not null and headcount is not null`,
  APPLICATIONS: sql`
    select application.submitted_at as at, 1 as amount, posting.region_id, posting.occupation_code
    from applications application join job_postings posting on posting.id = application.job_posting_id`,
  INTERVIEWS: sql`
    select interview.starts_at as at, 1 as amount, posting.region_id, posting.occupation_code
    from interviews interview
    join applications application on application.id = interview.application_id
    join job_postings posting on posting.id = application.job_posting_id
    where interview.state in ('confirmed', 'held', 'no_show')`,
  OFFERS: sql`
    select offer.made_at as at, 1 as amount, posting.region_id, posting.occupation_code
    from offers offer
    join applications application on application.id = offer.application_id
    join job_postings posting on posting.id = application.job_posting_id`,
  HIRES: sql`
    select offer.answered_at as at, 1 as amount, posting.region_id, posting.occupation_code
    from offers offer
    join applications application on application.id = offer.application_id
    join job_postings posting on posting.id = application.job_posting_id
    where offer.state = 'accepted'`,
  AGREEMENTS: sql`
    select agreement.effective_at as at, 1 as amount, enterprise.region_id, null::text as occupation_code
    from agreements agreement
    join agreement_parties party on party.agreement_id = agreement.id and party.role = 'ENTERPRISE'
    join organisations enterprise on enterprise.id = party.organisation_id
    where agreement.kind = 'SCHOOL_ENTERPRISE' and agreement.effective_at is not null`,
};

export function factsOf(figure: FigureName): RawBuilder<unknown> {
  return FACTS[figure];
}
