import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import type { ObligationProof, ObligationText } from './obligation.rules.js';

export type KeptObligation = ObligationText & { readonly key: string };

/** Obligations as versions have them. Whoever asks has found the agreement. */
@Injectable()
export class ObligationReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of the version the agreement holds now. */
  async currentOf(agreementId: string): Promise<KeptObligation[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_obligations as obligation')
      .innerJoin('agreements', (join) =>
        join
          .onRef('agreements.id', '=', 'obligation.agreement_id')
          .onRef('agreements.version_number', '=', 'obligation.version_number'),
      )
      .select([
        'obligation.obligation_key',
        'obligation.party_position',
        'obligation.metric',
        'obligation.quantity',
        'obligation.due_on',
        'obligation.proof',
      ])
      .where('obligation.agreement_id', '=', agreementId)
      .orderBy('obligation.position')
      .execute();
    return rows.map((row) => ({
      key: row.obligation_key,
      partyPosition: row.party_position,
      metric: row.metric,
      quantity: row.quantity,
      dueOn: row.due_on,
      proof: row.proof as ObligationProof,
    }));
  }

  /** Keys of every obligation some version has or had. */
  async keysOf(agreementId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_obligations')
      .select('obligation_key')
      .distinct()
      .where('agreement_id', '=', agreementId)
      .execute();
    return rows.map((row) => row.obligation_key);
  }
}
