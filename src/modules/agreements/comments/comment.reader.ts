import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import { grouped } from '../agreement/grouped.js';
import type { AgreementComment, AgreementCommentReply } from './comment.model.js';

/** Comments with their answers, by agreement. Whoever asks has found the agreement, and leaves out what is not his. */
@Injectable()
export class CommentReader {
  constructor(private readonly uow: UnitOfWork) {}

  async listOfMany(ids: readonly string[]): Promise<Map<string, AgreementComment[]>> {
    const rows = await this.uow.sql
      .selectFrom('agreement_comments as comment')
      .innerJoin('agreements', 'agreements.id', 'comment.agreement_id')
      .innerJoin('agreement_clauses as clause', (join) =>
        join
          .onRef('clause.agreement_id', '=', 'comment.agreement_id')
          .onRef('clause.version_number', '=', 'comment.version_number')
          .onRef('clause.clause_key', '=', 'comment.clause_key'),
      )
      .selectAll('comment')
      .select([
        'clause.heading',
        'agreements.version_number as present',
        sql<number>`(select max(kept.version_number) from agreement_clauses kept
          where kept.agreement_id = comment.agreement_id and kept.clause_key = comment.clause_key)`.as(
          'last_in',
        ),
      ])
      .where('comment.agreement_id', 'in', [...ids])
      .orderBy('comment.created_at')
      .orderBy('comment.id')
      .execute();
    const replies = grouped<(typeof rows)[number], AgreementCommentReply>(
      rows.filter(({ reply_to_id }) => reply_to_id !== null),
      (row) => [
        row.reply_to_id ?? '',
        {
          id: row.id,
          accountId: row.account_id,
          partyPosition: row.party_position,
          body: row.body,
          createdAt: row.created_at,
        },
      ],
    );
    return grouped(
      rows.filter(({ reply_to_id }) => reply_to_id === null),
      (row) => [
        row.agreement_id,
        {
          id: row.id,
          accountId: row.account_id,
          resolvedByAccountId: row.resolved_by,
          clauseKey: row.clause_key,
          clauseHeading: row.heading,
          versionNumber: row.version_number,
          removedInVersion: row.last_in < row.present ? row.last_in + 1 : null,
          partyPosition: row.party_position,
          isInternal: row.is_internal,
          body: row.body,
          createdAt: row.created_at,
          resolvedAt: row.resolved_at,
          replies: replies.get(row.id) ?? [],
        },
      ],
    );
  }
}

@Injectable()
export class CommentLoader extends GroupLoader<string, AgreementComment> {
  constructor(private readonly comments: CommentReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, AgreementComment[]>> {
    return this.comments.listOfMany(ids);
  }
}
