import { sql } from 'kysely';

/**
 * Pairs `(profile_id, job_posting_id)` that are not to be proposed, worked out from what people dismissed and why as it
 * stands now: a reason that says more than "not this one" covers published postings of the same employer too.
 *
 *     sql`select … from (${EXCLUDED_POSTINGS}) excluded where excluded.profile_id = any(…)`
 */
export const EXCLUDED_POSTINGS = sql`
  select dismissal.profile_id, dismissal.job_posting_id
  from recommendation_dismissals dismissal
  union all
  select dismissal.profile_id, other.id
  from recommendation_dismissals dismissal
  join job_postings dismissed on dismissed.id = dismissal.job_posting_id
  join job_postings other on other.organisation_id = dismissed.organisation_id
  where ${isCovered()}
  union all
  select dismissal.profile_id, other.id
  from recommendation_dismissals dismissal
  join job_postings dismissed on dismissed.id = dismissal.job_posting_id
    and dismissed.organisation_id is null
  join job_postings other on other.organisation_id is null
    and other.employer_name = dismissed.employer_name
  where ${isCovered()}`;

function isCovered() {
  const pay = (of: string) =>
    sql`coalesce(${sql.ref(`${of}.monthly_pay_max_fen`)}, ${sql.ref(`${of}.monthly_pay_min_fen`)})`;
  const offered = pay('other');
  const refused = pay('dismissed');
  // Pay that is not stated is no better than what was refused.
  return sql`other.id <> dismissed.id and other.state = 'published' and (
    dismissal.reason = 'employer' or (other.title = dismissed.title and (
      dismissal.reason = 'work'
      or (dismissal.reason = 'place' and other.region_id is not distinct from dismissed.region_id)
      or (dismissal.reason = 'pay'
        and coalesce(${offered}, ${refused}, 0) <= coalesce(${refused}, ${offered}, 0)))))`;
}
