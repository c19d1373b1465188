import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AnswerRecord } from './answer-record.model.js';
import { EMPLOYER_ANSWER_DAYS } from '../application/application.rules.js';

const LOOKED_BACK_DAYS = 180;
const DAY_MS = 86_400_000;

/** How reliably employers answer: being looked at is no answer, and what was withdrawn before needs none. */
@Injectable()
export class AnswerRecordReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** By organisation; those that owed nobody an answer are missing. */
  async of(organisationIds: readonly string[]): Promise<Map<string, AnswerRecord>> {
    if (organisationIds.length === 0) return new Map();
    const until = new Date(this.clock.now().getTime() - EMPLOYER_ANSWER_DAYS * DAY_MS);
    const since = new Date(until.getTime() - LOOKED_BACK_DAYS * DAY_MS);
    const inTime = sql`application.submitted_at + make_interval(days => ${EMPLOYER_ANSWER_DAYS})`;
    const { rows } = await sql<AnswerRecord & { id: string }>`
      select id, count(*)::int as due, (count(*) filter (where is_answered))::int as answered
      from (
        select application.organisation_id as id,
          application.closed_by = 'applicant' and application.closed_at <= ${inTime} as is_withdrawn,
          exists (select from application_history step
            where step.application_id = application.id and step.by_party = 'employer'
              and step.to_state <> 'viewed' and step.occurred_at <= ${inTime}) as is_answered
        from applications application
        where application.organisation_id = any(${[...organisationIds]}::uuid[])
          and application.submitted_at >= ${since} and application.submitted_at < ${until}
      ) of_employer
      where is_answered or is_withdrawn is not true
      group by id`.execute(this.uow.sql);
    return new Map(rows.map(({ id, due, answered }) => [id, { due, answered }]));
  }
}
