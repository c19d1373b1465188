import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementSignatory } from './signatory.model.js';
import { selectSignatories, toSignatory } from './signatory.rows.js';

/** Signatories for the API. Whoever asks has found their agreement. */
@Injectable()
export class SignatoryReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those that are or were asked, by agreement, in the order of their turns. */
  async listOfMany(agreementIds: readonly string[]): Promise<Map<string, AgreementSignatory[]>> {
    const rows = await selectSignatories(this.uow.sql)
      .where('agreement_signatories.agreement_id', 'in', [...agreementIds])
      .where('agreement_signatories.state', '<>', 'void')
      .execute();
    return grouped(rows, (row) => [row.agreement_id, toSignatory(row)]);
  }
}
