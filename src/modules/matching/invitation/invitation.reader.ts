import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import type { CandidateInvitation } from './invitation.model.js';

export interface InvitationPair {
  readonly profileId: string;
  readonly jobPostingId: string;
}

/** Who was invited to what. */
@Injectable()
export class InvitationReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Latest first, as far as they are shown. */
  listOf(
    profileId: string,
    isShown: RawBuilder<SqlBool>,
    args: PageArgs,
  ): Promise<Connection<CandidateInvitation>> {
    const query = this.select().where('profile_id', '=', profileId).where(isShown);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'candidate_invitations.invited_at', direction: 'desc', type: 'timestamptz' },
        { column: 'candidate_invitations.id', direction: 'desc', type: 'uuid' },
      ],
      map: toInvitation,
    });
  }

  /** Everything a person was invited to, open or not. */
  async allOf(profileId: string): Promise<CandidateInvitation[]> {
    const rows = await this.select().where('profile_id', '=', profileId).orderBy('id').execute();
    return rows.map(toInvitation);
  }

  /** When the people of accounts were invited, by `invitationKey`. */
  async sentToAccounts(
    pairs: readonly { readonly accountId: string; readonly jobPostingId: string }[],
  ): Promise<Map<string, Date>> {
    const rows = await this.uow.sql
      .selectFrom('candidate_invitations as invitation')
      .innerJoin('job_seeker_profiles as profile', 'profile.id', 'invitation.profile_id')
      .select(['profile.account_id', 'invitation.job_posting_id', 'invitation.invited_at'])
      .where(sql<boolean>`profile.account_id = any(${pairs.map((pair) => pair.accountId)}::uuid[])`)
      .where(
        sql<boolean>`invitation.job_posting_id = any(${pairs.map((pair) => pair.jobPostingId)}::uuid[])`,
      )
      .execute();
    return new Map(
      rows.map((row) => [invitationKey(row.account_id ?? '', row.job_posting_id), row.invited_at]),
    );
  }

  /** When one of the organisations invited the person to the posting. */
  async sentBy(
    { profileId, jobPostingId }: InvitationPair,
    organisationIds: readonly string[],
  ): Promise<Date | null> {
    const row = await this.uow.sql
      .selectFrom('candidate_invitations')
      .select('invited_at')
      .where('profile_id', '=', profileId)
      .where('job_posting_id', '=', jobPostingId)
      .where('organisation_id', 'in', [...organisationIds])
      .executeTakeFirst();
    return row?.invited_at ?? null;
  }

  /** Whether the posting was recommended to the person, by the engine or a committed allocation. */
  async isCandidate({ profileId, jobPostingId }: InvitationPair): Promise<boolean> {
    const { rows } = await sql<{ found: boolean }>`select
      exists (select from recommendations
        where profile_id = ${profileId}::uuid and job_posting_id = ${jobPostingId}::uuid)
      or exists (select from allocation_run_assignments as given
        join allocation_runs as run on run.id = given.allocation_run_id
        where given.profile_id = ${profileId}::uuid and given.job_posting_id = ${jobPostingId}::uuid
          and given.declined_at is null and run.state = 'committed') as found`.execute(
      this.uow.sql,
    );
    return rows[0]?.found ?? false;
  }

  private select() {
    return this.uow.sql
      .selectFrom('candidate_invitations')
      .select([
        'candidate_invitations.id',
        'candidate_invitations.job_posting_id',
        'candidate_invitations.invited_at',
      ]);
  }
}

export function invitationKey(accountId: string, jobPostingId: string): string {
  return `${accountId} ${jobPostingId}`;
}

function toInvitation(row: {
  readonly id: string;
  readonly job_posting_id: string;
  readonly invited_at: Date;
}): CandidateInvitation {
  return { id: row.id, jobPostingId: row.job_posting_id, invitedAt: row.invited_at };
}
