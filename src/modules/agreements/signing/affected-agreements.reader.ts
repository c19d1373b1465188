import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';

/** A party: an organisation, or a person. */
export type PartySubject =
  | { readonly organisationId: string; readonly accountId?: undefined }
  | { readonly accountId: string; readonly organisationId?: undefined };

const UNSIGNED = [
  'draft',
  'negotiating',
  'in_review',
  'awaiting_signatures',
  'partially_signed',
] as const;
const OF_A_PARTY = ['PARTY_SUSPENDED', 'PARTY_RESTORED', 'PARTY_GONE'] as const;

export type PartyEventKind = (typeof OF_A_PARTY)[number];

/** Agreements that somebody who loses his standing, his account or his post has a part in. */
@Injectable()
export class AffectedAgreementsReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of which the subject is a party, and which are not over, after the one named. */
  async listOfParty(subject: PartySubject, after: string | null, limit: number): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('agreements')
      .innerJoin('agreement_parties as party', 'party.agreement_id', 'agreements.id')
      .select('agreements.id')
      .where('agreements.state', 'in', [...UNSIGNED, 'signed', 'effective', 'suspended'])
      .orderBy('agreements.id')
      .limit(limit);
    query =
      subject.organisationId === undefined
        ? query.where('party.account_id', '=', subject.accountId)
        : query.where('party.organisation_id', '=', subject.organisationId);
    if (after !== null) query = query.where('agreements.id', '>', after);
    return (await query.execute()).map(({ id }) => id);
  }

  /** What the chain last told of the standing of a party; null when it never did. */
  async lastToldOf(agreementId: string, position: number): Promise<PartyEventKind | null> {
    const row = await this.uow.sql
      .selectFrom('agreement_events')
      .select('kind')
      .where('agreement_id', '=', agreementId)
      .where('party_position', '=', position)
      .where('kind', 'in', OF_A_PARTY)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return OF_A_PARTY.find((kind) => kind === row?.kind) ?? null;
  }

  /** Turns not taken yet that name the account, in texts that are not signed by all. */
  async listNamedTurns(accountId: string): Promise<{ id: string; agreementId: string }[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_signatories as turn')
      .innerJoin('agreements', 'agreements.id', 'turn.agreement_id')
      .select(['turn.id', 'turn.agreement_id'])
      .where('turn.account_id', '=', accountId)
      .where('turn.state', 'in', ['pending', 'ready', 'opened', 'declined', 'expired'])
      .where('agreements.state', 'in', UNSIGNED)
      .orderBy('turn.id')
      .execute();
    return rows.map((row) => ({ id: row.id, agreementId: row.agreement_id }));
  }

  /** Whether the chain tells already that the account left before its turn. */
  async hasToldLeaving(
    agreementId: string,
    signatoryId: string,
    accountId: string,
  ): Promise<boolean> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events')
      .select('detail')
      .where('agreement_id', '=', agreementId)
      .where('kind', 'in', ['SIGNATORY_LEFT', 'REASSIGNED'])
      .orderBy('sequence', 'desc')
      .execute();
    const about = rows
      .map(({ detail }) => JSON.parse(detail) as { signatoryId?: string; accountId?: string })
      .find((detail) => detail.signatoryId === signatoryId);
    return about?.accountId === accountId;
  }
}
