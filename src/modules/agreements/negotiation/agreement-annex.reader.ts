import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementAnnex } from './agreement-annex.model.js';

/** Annexes of the versions that agreements hold now. Whoever asks has found the agreement. */
@Injectable()
export class AgreementAnnexReader {
  constructor(private readonly uow: UnitOfWork) {}

  async currentOf(ids: readonly string[]): Promise<Map<string, AgreementAnnex[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_annexes as annex')
      .innerJoin('agreements', (join) =>
        join
          .onRef('agreements.id', '=', 'annex.agreement_id')
          .onRef('agreements.version_number', '=', 'annex.version_number'),
      )
      .innerJoin('stored_files as file', 'file.id', 'annex.file_id')
      .select([
        'annex.agreement_id',
        'annex.file_id',
        'annex.position',
        'annex.title',
        'annex.sha256',
        'file.size_bytes',
      ])
      .where('annex.agreement_id', 'in', [...ids])
      .orderBy('annex.position')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        fileId: row.file_id,
        position: row.position,
        title: row.title,
        sha256: row.sha256,
        sizeBytes: Number(row.size_bytes),
      },
    ]);
  }
}

@Injectable()
export class AgreementAnnexLoader extends GroupLoader<string, AgreementAnnex> {
  constructor(private readonly annexes: AgreementAnnexReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementAnnex[]>> {
    return this.annexes.currentOf(ids);
  }
}
