import { sql } from 'kysely';

/**
 * Pairs `(profile_id, job_posting_id)` that are not to be proposed, worked out from what people dismissed and why as it
 * stands now: a reason that says more than "not this one" covers published postings of the same employer too. To be asked
 * for people or for a posting; from people it goes through their dismissals one by one, however many postings there are.
 *
 *     sql`select … from (${EXCLUDED_POSTINGS}) excluded where excluded.profile_id = any(…)`
 */
export const EXCLUDED_POSTINGS = sql`
  select dismissal.profile_id, dismissal.job_posting_id
  from recommendation_dismissals dismissal
  where dismissal.job_posting_id is not null
  union all
  select dismissal.profile_id, other.id
  from recommendation_dismissals dismissal
  join job_postings dismissed on dismissed.id = dismissal.job_posting_id
  cross join lateral (
    select other.id from job_postings other
    where other.organisation_id = dismissed.organisation_id and ${isCovered()}
    union all
    select other.id from job_postings other
    where dismissed.organisation_id is null and other.organisation_id is null
      and other.employer_name = dismissed.employer_name and ${isCovered()}
    offset 0
  ) other
  where dismissal.reason in ('work', 'pay', 'place', 'employer')`;

/** People to whom the posting is not to be proposed. */
export function peopleExcluding(jobPostingId: string) {
  return sql<{ profileId: string }>`
    select profile_id as "profileId" from recommendation_dismissals
    where job_posting_id = ${jobPostingId}::uuid
    union
    select dismissal.profile_id from job_postings other
    join job_postings dismissed on dismissed.organisation_id = other.organisation_id
    join recommendation_dismissals dismissal on dismissal.job_posting_id = dismissed.id
    where other.id = ${jobPostingId}::uuid and ${isCovered()}
    union
    select dismissal.profile_id from job_postings other
    join job_postings dismissed on dismissed.organisation_id is null
      and other.organisation_id is null and dismissed.employer_name = other.employer_name
    join recommendation_dismissals dismissal on dismissal.job_posting_id = dismissed.id
    where other.id = ${jobPostingId}::uuid and ${isCovered()}`;
}

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
