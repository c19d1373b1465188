import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementClause } from './agreement-version.model.js';

/** What agreements say and said. Whoever asks has found the agreement. */
@Injectable()
export class AgreementVersionReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Clauses of the versions that agreements hold now, by agreement. */
  async currentClausesOf(ids: readonly string[]): Promise<Map<string, AgreementClause[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_clauses as clause')
      .innerJoin('agreements', (join) =>
        join
          .onRef('agreements.id', '=', 'clause.agreement_id')
          .onRef('agreements.version_number', '=', 'clause.version_number'),
      )
      .select([
        'clause.agreement_id',
        'clause.clause_key',
        'clause.position',
        'clause.heading',
        'clause.body',
      ])
      .where('clause.agreement_id', 'in', [...ids])
      .orderBy('clause.position')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      { key: row.clause_key, position: row.position, heading: row.heading, body: row.body },
    ]);
  }

  async hashOf(agreementId: string, number: number): Promise<string> {
    const row = await this.uow.sql
      .selectFrom('agreement_versions')
      .select('content_hash')
      .where('agreement_id', '=', agreementId)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    return row.content_hash;
  }

  /** Keys of every clause some version has or had. */
  async clauseKeysOf(agreementId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_clauses')
      .select('clause_key')
      .distinct()
      .where('agreement_id', '=', agreementId)
      .execute();
    return rows.map((row) => row.clause_key);
  }

  /** Annexes of the version the agreement holds now. */
  currentAnnexesOf(
    agreementId: string,
  ): Promise<{ title: string; fileId: string; sha256: string }[]> {
    return this.uow.sql
      .selectFrom('agreement_annexes as annex')
      .innerJoin('agreements', (join) =>
        join
          .onRef('agreements.id', '=', 'annex.agreement_id')
          .onRef('agreements.version_number', '=', 'annex.version_number'),
      )
      .select(['annex.title', 'annex.file_id as fileId', 'annex.sha256'])
      .where('annex.agreement_id', '=', agreementId)
      .orderBy('annex.position')
      .execute();
  }

  async annexFileIdsOf(agreementId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_annexes')
      .select('file_id')
      .distinct()
      .where('agreement_id', '=', agreementId)
      .execute();
    return rows.map((row) => row.file_id);
  }
}
