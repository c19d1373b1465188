import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { grouped } from '../agreement/grouped.js';
import { InternshipReader } from '../internship/internship.reader.js';
import type { ObligationProof } from '../obligations/obligation.rules.js';
import type { AgreementClause, AgreementVersion } from './agreement-version.model.js';
import type { ComparedVersion } from './version-comparison.js';

const MOST_VERSIONS = 100;

/** Past versions and what they say. Whoever asks has found the agreement. */
@Injectable()
export class VersionTextReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly internships: InternshipReader,
  ) {}

  /** The latest versions of agreements, newest first. */
  async versionsOf(ids: readonly string[]): Promise<Map<string, AgreementVersion[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_versions as version')
      .innerJoin('agreements', 'agreements.id', 'version.agreement_id')
      .select([
        'version.agreement_id',
        'version.number',
        'version.title',
        'version.starts_on',
        'version.ends_on',
        'version.content_hash',
        'version.note',
        'version.made_for',
        'version.made_by',
        'version.made_at',
        sql<boolean>`agreements.shared_at is null or exists (select from agreement_versions later
          where later.agreement_id = version.agreement_id and later.number = version.number + 1
            and later.made_at < agreements.shared_at)`.as('is_private'),
      ])
      .where('version.agreement_id', 'in', [...ids])
      .whereRef('version.number', '>', sql<number>`agreements.version_number - ${MOST_VERSIONS}`)
      .orderBy('version.number', 'desc')
      .execute();
    return grouped(rows, (row) => [
      row.agreement_id,
      {
        agreementId: row.agreement_id,
        number: row.number,
        title: row.title,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        contentHash: row.content_hash,
        note: row.note,
        partyPosition: row.made_for,
        accountId: row.made_by,
        madeAt: row.made_at,
        isPrivate: row.is_private,
      },
    ]);
  }

  async textOf(agreementId: string, number: number): Promise<ComparedVersion | null> {
    return (await this.textsOf(agreementId, [number])).get(number) ?? null;
  }

  /** What versions of one agreement say, by their number. */
  async textsOf(
    agreementId: string,
    numbers: readonly number[],
  ): Promise<Map<number, ComparedVersion>> {
    const versions = await this.uow.sql
      .selectFrom('agreement_versions')
      .select(['number', 'title', 'form', 'promised_students', 'starts_on', 'ends_on'])
      .where('agreement_id', '=', agreementId)
      .where('number', 'in', [...numbers])
      .execute();
    const clauses = await this.clausesOf(numbers.map((number) => `${agreementId}/${number}`));
    const annexes = await this.annexesOf(agreementId, numbers);
    const obligations = await this.obligationsOf(agreementId, numbers);
    const internships = await this.internships.ofVersions(agreementId, numbers);
    return new Map(
      versions.map((row) => [
        row.number,
        {
          title: row.title,
          subKind: row.form,
          promisedStudents: row.promised_students,
          startsOn: row.starts_on,
          endsOn: row.ends_on,
          clauses: clauses.get(`${agreementId}/${row.number}`) ?? [],
          annexes: annexes.get(`${row.number}`) ?? [],
          obligations: obligations.get(`${row.number}`) ?? [],
          internship: internships.get(row.number) ?? null,
        },
      ]),
    );
  }

  /** Clauses of versions, by `agreement/number`. */
  async clausesOf(keys: readonly string[]): Promise<Map<string, AgreementClause[]>> {
    const parts = keys.map((key) => key.split('/'));
    const rows = await this.uow.sql
      .selectFrom('agreement_clauses')
      .select(['agreement_id', 'version_number', 'clause_key', 'position', 'heading', 'body'])
      .where(
        'agreement_id',
        'in',
        parts.map(([id]) => id ?? ''),
      )
      .where(
        'version_number',
        'in',
        parts.map(([, number]) => Number(number)),
      )
      .orderBy('position')
      .execute();
    return grouped(rows, (row) => [
      `${row.agreement_id}/${row.version_number}`,
      { key: row.clause_key, position: row.position, heading: row.heading, body: row.body },
    ]);
  }

  private async annexesOf(agreementId: string, numbers: readonly number[]) {
    const rows = await this.uow.sql
      .selectFrom('agreement_annexes')
      .select(['version_number', 'title', 'sha256'])
      .where('agreement_id', '=', agreementId)
      .where('version_number', 'in', [...numbers])
      .orderBy('position')
      .execute();
    return grouped(rows, ({ version_number, ...annex }) => [`${version_number}`, annex]);
  }

  private async obligationsOf(agreementId: string, numbers: readonly number[]) {
    const rows = await this.uow.sql
      .selectFrom('agreement_obligations')
      .select([
        'version_number',
        'obligation_key as key',
        'party_position as partyPosition',
        'metric',
        'quantity',
        'due_on as dueOn',
        'proof',
      ])
      .where('agreement_id', '=', agreementId)
      .where('version_number', 'in', [...numbers])
      .orderBy('position')
      .execute();
    return grouped(rows, ({ version_number, proof, ...obligation }) => [
      `${version_number}`,
      { ...obligation, proof: proof as ObligationProof },
    ]);
  }
}
