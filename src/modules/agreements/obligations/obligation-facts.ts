import { sql, type RawBuilder } from 'kysely';

const DAY = (column: string): RawBuilder<unknown> =>
  sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;

/** Sides of a school–enterprise cooperation `promise` belongs to, as `enterprise` and `college`. */
const SIDES = sql`agreement_parties enterprise
  join agreement_parties college
    on college.agreement_id = enterprise.agreement_id and college.role = 'COLLEGE'`;
const OF_PROMISE = sql`enterprise.agreement_id = promise.agreement_id and enterprise.role = 'ENTERPRISE'`;

/** Whether the person behind a column was a confirmed student of the college at an instant. */
const wasStudent = (accountId: string, at: string): RawBuilder<unknown> => sql`exists (
  select from affiliations student
  where student.college_id = college.organisation_id and student.account_id = ${sql.ref(accountId)}
    and (student.state = 'confirmed'
      or (student.state = 'left' and student.decided_at is not null and student.left_at > ${sql.ref(at)})))`;

const hires = (isInternship: boolean): RawBuilder<unknown> => sql`
  select application.account_id, offer.answered_at as at, posting.title as label
  from ${SIDES}
  join applications application on application.organisation_id = enterprise.organisation_id
    and application.state in ('accepted', 'onboarded')
  join offers offer on offer.application_id = application.id and offer.state = 'accepted'
  join job_postings posting on posting.id = application.job_posting_id
  where ${OF_PROMISE} and (offer.engagement_type = 'internship') = ${isInternship}
    and ${wasStudent('application.account_id', 'offer.answered_at')}`;

const internshipAgreements = sql`
  select intern.account_id, internship.effective_at as at, internship.agreement_number as label
  from ${SIDES}
  join agreement_parties host on host.organisation_id = enterprise.organisation_id and host.role = 'ENTERPRISE'
  join agreements internship on internship.id = host.agreement_id
    and internship.kind = 'TRIPARTITE_INTERNSHIP' and internship.effective_at is not null
  join agreement_parties school on school.agreement_id = internship.id and school.role = 'COLLEGE'
    and school.organisation_id = college.organisation_id
  join agreement_parties intern on intern.agreement_id = internship.id and intern.role = 'STUDENT'
  where ${OF_PROMISE}`;

/**
 * Ways people go under `promise` by the roles of its parties, as far as the party that owes it has a part in them: from the
 * region of a sending bureau or an accredited base to that of the receiving bureau; to an enterprise that is a base, as
 * its employees. A labour base has a part in all of them.
 */
const WAYS = sql`
  select from_party.region_id as from_region_id, to_party.region_id as to_region_id,
    case when to_party.kind = 'enterprise' then to_party.id end as employer_id
  from agreement_parties sender
  join organisations from_party on from_party.id = sender.organisation_id
  join agreement_parties receiver on receiver.agreement_id = sender.agreement_id
  join organisations to_party on to_party.id = receiver.organisation_id
  join agreement_parties ower on ower.agreement_id = sender.agreement_id and ower.position = promise.party_position
  where sender.agreement_id = promise.agreement_id
    and (ower.position in (sender.position, receiver.position) or ower.role = 'LABOUR_BASE')
    and (sender.role = 'SENDING_BUREAU' and receiver.role = 'HR_BUREAU'
      or sender.role = 'BASE' and receiver.role = 'HR_BUREAU' and from_party.kind <> 'enterprise'
      or sender.role = 'HR_BUREAU' and receiver.role = 'BASE' and to_party.kind = 'enterprise')`;

/** Where a person lived by the profile she applied with; its code as it was read on that day. */
const HOME = sql`
  select home.ancestor_ids from region_codes code
  join regions home on home.id = code.region_id
  where code.code = application.snapshot -> 'homeRegion' ->> 'code'
    and (code.valid_from is null or code.valid_from <= ${DAY('application.submitted_at')})
  order by code.valid_from desc nulls last limit 1`;

/** The place of work is the one the offer was made for, whatever becomes of the posting. */
const transfers = sql`
  select application.account_id, offer.answered_at as at, posting.title as label
  from (${WAYS}) way
  join offers offer on offer.state = 'accepted' and offer.engagement_type <> 'internship'
  join applications application on application.id = offer.application_id
    and application.state in ('accepted', 'onboarded')
  join job_postings posting on posting.id = application.job_posting_id
  cross join lateral (${HOME}) home
  where home.ancestor_ids @> array[way.from_region_id] and not home.ancestor_ids @> array[way.to_region_id]
    and case when way.employer_id is null
      then exists (select from regions work where work.id = offer.region_id and work.ancestor_ids @> array[way.to_region_id])
      else application.organisation_id = way.employer_id end`;

/** Of each person the first within the term. */
const oncePerPerson = (kind: string, people: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select distinct on (person.account_id) ${kind}::text as kind, ${DAY('person.at')} as day, 1 as amount, person.label
  from (${people}) person
  where ${DAY('person.at')} between promise.starts_on and promise.counted_until
  order by person.account_id, person.at`;

/** Who was confirmed and did not leave. */
const classSeats = sql`
  select enrolment.account_id, enrolment.decided_at as at, student.major_name as label
  from order_class_enrolments enrolment
  join affiliations student on student.id = enrolment.affiliation_id
  where enrolment.agreement_id = promise.agreement_id and enrolment.state in ('confirmed', 'ended')
    and enrolment.decided_at is not null`;

const openedPostings = sql`
  select 'POSTING'::text as kind, ${DAY('opened.opened_at')} as day, 1 as amount, posting.title as label
  from agreement_postings opened
  join job_postings posting on posting.id = opened.job_posting_id and posting.published_at is not null
  where opened.agreement_id = promise.agreement_id
    and ${DAY('opened.opened_at')} between promise.starts_on and promise.counted_until`;

/** What parties entered for one obligation and none disputes. */
const entries = sql`
  select 'ENTRY'::text as kind, entry.happened_on as day, entry.quantity as amount, entry.note as label
  from agreement_obligation_entries entry
  where entry.agreement_id = promise.agreement_id and entry.obligation_key = promise.obligation_key
    and entry.withdrawn_at is null and entry.disputed_at is null
    and entry.happened_on between promise.starts_on and promise.counted_until`;

/**
 * What counts towards the obligation in a row of `promise` (with its `starts_on` and `counted_until`): one row a fact with
 * `kind`, `day`, `amount` and `label`. A metric is defined here and nowhere else; only the branch of its own metric runs.
 */
export const OBLIGATION_FACTS: RawBuilder<unknown> = sql`
  select * from (${entries}) entered where promise.proof = 'ENTRIES'
  union all
  select * from (${oncePerPerson('HIRE', hires(false))}) hired
  where promise.proof = 'RECORDS' and promise.metric = 'GRADUATES_HIRED'
  union all
  select * from (${oncePerPerson('INTERNSHIP', sql`${hires(true)} union all ${internshipAgreements}`)}) placed
  where promise.proof = 'RECORDS' and promise.metric = 'INTERNS_PLACED'
  union all
  select * from (${oncePerPerson('SEAT', classSeats)}) seated
  where promise.proof = 'RECORDS' and promise.metric = 'ORDER_CLASS_SEATS'
  union all
  select * from (${oncePerPerson('TRANSFER', transfers)}) transferred
  where promise.proof = 'RECORDS' and promise.metric = 'PEOPLE_TRANSFERRED'
  union all
  select * from (${openedPostings}) opened
  where promise.proof = 'RECORDS' and promise.metric = 'POSTINGS_OPENED'`;

/** Obligations that agreements hold now, each with the days between which it counts. */
export const PROMISES: RawBuilder<unknown> = sql`
  select obligation.*, agreements.state, coalesce(agreements.counts_from, agreements.starts_on) as starts_on,
    least(agreements.ends_on, (agreements.ended_at at time zone 'Asia/Shanghai')::date) as counted_until
  from agreement_obligations obligation
  join agreements on agreements.id = obligation.agreement_id
    and agreements.version_number = obligation.version_number`;
