import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { AffiliationReader, type Affiliation } from '../../affiliations/index.js';
import type {
  StudentOutcome,
  StudentOutcomeCounts,
  StudentOutcomeCountsArgs,
  StudentOutcomeStage,
  StudentsByOutcomeArgs,
} from './student-outcome.model.js';

/** How far an application brings its applicant; null when it is over without success. */
const STAGE = sql<number | null>`case
  when applications.state in ('accepted', 'onboarded') then 3
  when applications.state = 'offered' then 2
  when applications.state in ('submitted', 'viewed', 'shortlisted', 'interviewing') then 1 end`;

const STAGES: readonly StudentOutcomeStage[] = ['NONE', 'APPLYING', 'OFFERED', 'HIRED'];

/** The furthest of the student in a row of `affiliations`. */
const STAGE_OF_STUDENT = sql<number>`coalesce(
  (select max(${STAGE}) from applications where applications.account_id = affiliations.account_id), 0)`;

/** Of places that are not confirmed the college learns nothing. */
const IS_CONFIRMED = sql<SqlBool>`affiliations.state = 'confirmed'`;

/** What became of students, for their colleges. */
@Injectable()
export class StudentOutcomeReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly affiliations: AffiliationReader,
  ) {}

  /** Of each account the application that brought it furthest; accounts without any are left out. */
  async outcomesOf(accountIds: readonly string[]): Promise<Map<string, StudentOutcome>> {
    const rows = await this.uow.sql
      .selectFrom('applications')
      .innerJoin('organisations', 'organisations.id', 'applications.organisation_id')
      .innerJoin('job_postings', 'job_postings.id', 'applications.job_posting_id')
      .leftJoin('offers', (join) =>
        join
          .onRef('offers.application_id', '=', 'applications.id')
          .on('offers.state', '=', 'accepted'),
      )
      .where('applications.account_id', 'in', [...accountIds])
      .where(STAGE, 'is not', null)
      .distinctOn('applications.account_id')
      .orderBy('applications.account_id')
      .orderBy(STAGE, 'desc')
      .orderBy('offers.answered_at', 'desc')
      .orderBy('applications.id', 'desc')
      .select([
        'applications.account_id',
        'applications.onboarded_on',
        'organisations.name as employer_name',
        'job_postings.title as posting_title',
        'offers.answered_at',
        STAGE.as('stage'),
      ])
      .execute();
    return new Map(
      rows.map((row) => {
        const stage = stageAt(row.stage);
        const hire =
          stage === 'HIRED' && row.answered_at !== null
            ? {
                employerName: row.employer_name,
                postingTitle: row.posting_title,
                acceptedAt: row.answered_at,
                startedOn: row.onboarded_on,
              }
            : null;
        return [row.account_id, { stage, hire }];
      }),
    );
  }

  /** Confirmed students of a list who have come so far and no further. */
  list(actor: Actor, { stage, ...args }: StudentsByOutcomeArgs): Promise<Connection<Affiliation>> {
    return this.affiliations.list(actor, args, hasCome(stage));
  }

  /** How many of a list have come how far, in one statement. */
  async counts(actor: Actor, args: StudentOutcomeCountsArgs): Promise<StudentOutcomeCounts> {
    const counted = await this.affiliations.countsBy(actor, args, STAGE_OF_STUDENT, IS_CONFIRMED);
    const [none = 0, applying = 0, offered = 0, hired = 0] = STAGES.map((_, i) => counted.get(i));
    return { none, applying, offered, hired };
  }
}

function hasCome(stage: StudentOutcomeStage): RawBuilder<SqlBool> {
  return sql<SqlBool>`${IS_CONFIRMED} and ${STAGE_OF_STUDENT} = ${STAGES.indexOf(stage)}`;
}

function stageAt(position: number | null): StudentOutcomeStage {
  return STAGES[position ?? 0] ?? 'NONE';
}
