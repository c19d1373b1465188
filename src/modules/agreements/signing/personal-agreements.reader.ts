import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { selectAgreements, toAgreement } from '../agreement/agreement.rows.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementSignatory } from './signatory.model.js';
import { selectSignatories, toSignatory } from './signatory.rows.js';

export interface PersonalSignature {
  readonly signedAt: Date;
  readonly contentHash: string;
  readonly isByPower: boolean;
  readonly voidedAt: Date | null;
}

export interface PersonalPower {
  /** False where the person gave it to another. */
  readonly isHeld: boolean;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
}

/** What one person has to do with agreements, in whatever capacity and also when it is over: for the person alone. */
@Injectable()
export class PersonalAgreementsReader {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Of which the person is a party, was named for a turn, signed something or had to do with a power of attorney; the
   * first drawn up first. A draft is its drafter's alone until it is shared.
   */
  async listOf(accountId: string): Promise<Agreement[]> {
    const rows = await selectAgreements(this.uow.sql)
      .where('agreements.shared_at', 'is not', null)
      .where(
        sql<SqlBool>`agreements.id in (
          select agreement_id from agreement_parties where account_id = ${accountId}::uuid
          union select agreement_id from agreement_signatories where account_id = ${accountId}::uuid
          union select agreement_id from agreement_signatures where account_id = ${accountId}::uuid
          union select agreement_id from agreement_delegations
            where delegate_id = ${accountId}::uuid or made_by = ${accountId}::uuid)`,
      )
      .orderBy('agreements.created_at')
      .orderBy('agreements.id')
      .execute();
    return rows.map(toAgreement);
  }

  /** By agreement, also those that were given to another since. */
  async turnsOf(accountId: string): Promise<Map<string, AgreementSignatory[]>> {
    const rows = await selectSignatories(this.uow.sql)
      .where('agreement_signatories.account_id', '=', accountId)
      .execute();
    return grouped(rows, (row) => [row.agreement_id, toSignatory(row)]);
  }

  /** By agreement, also those an edit made void. */
  async signaturesOf(accountId: string): Promise<Map<string, PersonalSignature[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_signatures')
      .select(['agreement_id', 'signed_at', 'content_hash', 'delegation_id', 'voided_at'])
      .where('account_id', '=', accountId)
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        signedAt: row.signed_at,
        contentHash: row.content_hash,
        isByPower: row.delegation_id !== null,
        voidedAt: row.voided_at,
      },
    ]);
  }

  /** By agreement, those that were given and those that are held. */
  async powersOf(accountId: string): Promise<Map<string, PersonalPower[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_delegations')
      .select(['agreement_id', 'delegate_id', 'valid_from', 'valid_until', 'made_at', 'revoked_at'])
      .where((eb) => eb.or([eb('delegate_id', '=', accountId), eb('made_by', '=', accountId)]))
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        isHeld: row.delegate_id === accountId,
        validFrom: row.valid_from,
        validUntil: row.valid_until,
        madeAt: row.made_at,
        revokedAt: row.revoked_at,
      },
    ]);
  }
}
