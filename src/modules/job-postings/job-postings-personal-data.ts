import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { PersonalDataSource, type JsonValue } from '../../core/privacy/index.js';

/** What a person asked, reported and bookmarked. Questions and reports stay without the person in them. */
@Injectable()
export class JobPostingsPersonalData extends PersonalDataSource {
  override readonly part = 'jobPostings';

  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const { sql } = this.uow;
    const questions = await sql
      .selectFrom('job_posting_questions')
      .select(['question', 'asked_at', 'answer'])
      .where('asked_by', '=', accountId)
      .orderBy('asked_at')
      .execute();
    const reports = await sql
      .selectFrom('job_posting_reports')
      .select(['statement', 'state', 'created_at', 'remark'])
      .where('reported_by', '=', accountId)
      .orderBy('created_at')
      .execute();
    const bookmarks = await sql
      .selectFrom('job_posting_bookmarks as bookmark')
      .innerJoin('job_postings', 'job_postings.id', 'bookmark.job_posting_id')
      .select(['job_postings.title', 'bookmark.created_at'])
      .where('bookmark.account_id', '=', accountId)
      .orderBy('bookmark.created_at')
      .execute();
    if (questions.length + reports.length + bookmarks.length === 0) return null;
    return {
      questions: questions.map(({ question, asked_at: askedAt, answer }) => ({
        question,
        askedAt: askedAt.toISOString(),
        answer,
      })),
      reports: reports.map(({ statement, state, created_at: filedAt, remark }) => ({
        statement,
        state,
        filedAt: filedAt.toISOString(),
        remark,
      })),
      bookmarks: bookmarks.map(({ title, created_at: bookmarkedAt }) => ({
        title,
        bookmarkedAt: bookmarkedAt.toISOString(),
      })),
    };
  }

  override async eraseFor(accountId: string): Promise<void> {
    const { db } = this.uow;
    await db.jobPostingBookmark.deleteMany({ where: { accountId } });
    await db.jobPostingQuestion.updateMany({
      where: { askedBy: accountId },
      data: { askedBy: null },
    });
    await db.jobPostingReport.updateMany({
      where: { reportedBy: accountId },
      data: { reportedBy: null, statement: '' },
    });
  }
}
