import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AgreementPartyCandidate } from './party-candidate.model.js';

const MOST = 20;

/** People organisations know by name already: students with a confirmed place, applicants with an offer. */
const knownTo = (organisationIds: readonly string[]) => sql`
  select account_id, concat_ws(' · ', major_name, graduation_year) as note, student_number
  from affiliations
  where college_id = any(${organisationIds}::uuid[]) and state = 'confirmed'
  union all
  select application.account_id, posting.title, ''
  from applications application
  join job_postings posting on posting.id = application.job_posting_id
  where posting.organisation_id = any(${organisationIds}::uuid[])
    and application.state in ('offered', 'accepted', 'onboarded')`;

/** Whom an organisation may name as a party: people it knows by name already. */
@Injectable()
export class PartyCandidatesReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those whose name or student number holds the text, the first by name. */
  async list(organisationId: string, text: string): Promise<AgreementPartyCandidate[]> {
    const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const { rows } = await sql<AgreementPartyCandidate>`
      select account.id as "accountId", account.display_name as "name", min(known.note) as "note"
      from (${knownTo([organisationId])}) known
      join accounts account on account.id = known.account_id and account.state = 'active'
      where account.display_name ilike ${pattern} or known.student_number ilike ${pattern}
      group by account.id, account.display_name
      order by account.display_name, account.id
      limit ${MOST}`.execute(this.uow.sql);
    return rows;
  }

  /** Whether one of the organisations or another knows each of the people. */
  async areKnown(
    organisationIds: readonly string[],
    accountIds: readonly string[],
  ): Promise<boolean> {
    if (accountIds.length === 0) return true;
    const { rows } = await sql<{ count: number }>`
      select count(distinct account_id)::int as count from (${knownTo(organisationIds)}) known
      where account_id = any(${accountIds}::uuid[])`.execute(this.uow.sql);
    return rows[0]?.count === new Set(accountIds).size;
  }
}
