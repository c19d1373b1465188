import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementDelegation } from './delegation.model.js';
import type { AgreementPaperCopy } from './paper-copy.model.js';
import type { AgreementSignatory } from './signatory.model.js';
import { selectSignatories, toSignatory } from './signatory.rows.js';
import type { AgreementSigningLink } from './signing-link.model.js';

/** Signatories and what belongs to them, for the API. Whoever asks has found their agreement. */
@Injectable()
export class SignatoryReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those that are or were asked, by agreement, in the order of their turns. */
  async listOfMany(agreementIds: readonly string[]): Promise<Map<string, AgreementSignatory[]>> {
    const rows = await selectSignatories(this.uow.sql)
      .where('agreement_signatories.agreement_id', 'in', [...agreementIds])
      .where('agreement_signatories.state', '<>', 'void')
      .execute();
    return grouped(rows, (row) => [row.agreement_id, toSignatory(row)]);
  }

  /** Powers of attorney that hold today, by agreement. */
  async activeDelegationsOf(
    agreementIds: readonly string[],
  ): Promise<Map<string, AgreementDelegation[]>> {
    const today = this.clock.today();
    const rows = await this.selectDelegations()
      .where('agreement_id', 'in', [...agreementIds])
      .where('revoked_at', 'is', null)
      .where('valid_from', '<=', today)
      .where('valid_until', '>=', today)
      .execute();
    return grouped(rows, (row) => [row.agreement_id, toDelegation(row)]);
  }

  async delegationsOf(
    signatoryIds: readonly string[],
  ): Promise<Map<string, AgreementDelegation[]>> {
    const rows = await this.selectDelegations()
      .where('signatory_id', 'in', [...signatoryIds])
      .execute();
    return grouped(rows, (row) => [row.signatory_id, toDelegation(row)]);
  }

  async linksOf(signatoryIds: readonly string[]): Promise<Map<string, AgreementSigningLink[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_signing_links')
      .selectAll()
      .where('signatory_id', 'in', [...signatoryIds])
      .orderBy('id', 'desc')
      .execute();
    return grouped(rows, (row) => [
      row.signatory_id,
      {
        id: row.id,
        agreementId: row.agreement_id,
        signatoryId: row.signatory_id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        revokedAt: row.revoked_at,
        usedAt: row.used_at,
      },
    ]);
  }

  async papersOf(signatoryIds: readonly string[]): Promise<Map<string, AgreementPaperCopy[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_paper_copies as paper')
      .selectAll('paper')
      .select((eb) =>
        eb
          .selectFrom('agreement_paper_checks as check')
          .select((each) =>
            each.fn
              .coalesce(
                each.fn.agg<string[]>('array_agg', ['check.account_id']),
                each.val([] as string[]),
              )
              .as('ids'),
          )
          .whereRef('check.paper_copy_id', '=', 'paper.id')
          .as('checked_by'),
      )
      .where('paper.signatory_id', 'in', [...signatoryIds])
      .orderBy('paper.id', 'desc')
      .execute();
    return grouped(rows, (row) => [
      row.signatory_id,
      {
        id: row.id,
        agreementId: row.agreement_id,
        signatoryId: row.signatory_id,
        fileId: row.file_id,
        contentHash: row.content_hash,
        signingRound: row.signing_round,
        uploadedBy: row.uploaded_by,
        checkedBy: row.checked_by ?? [],
        state: enumName(row.state),
        uploadedAt: row.uploaded_at,
        refusalReason: row.refusal_reason,
      },
    ]);
  }

  private selectDelegations() {
    return this.uow.sql.selectFrom('agreement_delegations').selectAll().orderBy('id', 'desc');
  }
}

function toDelegation(row: {
  id: string;
  agreement_id: string;
  signatory_id: string;
  delegate_id: string;
  file_id: string;
  valid_from: string;
  valid_until: string;
  revoked_at: Date | null;
}): AgreementDelegation {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    signatoryId: row.signatory_id,
    delegateId: row.delegate_id,
    fileId: row.file_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
  };
}
