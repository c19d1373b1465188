import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import { enumLabel, enumName, UnitOfWork, type DB } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import type { OrderClassEnrolmentState } from './enrolment.enums.js';
import type { OrderClassCandidate, OrderClassEnrolment } from './enrolment.model.js';

const MOST_CANDIDATES = 50;

/** Lists of order classes. Whoever asks has found out whose they are. */
@Injectable()
export class EnrolmentReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  listOfAgreement(
    agreementId: string,
    states: readonly OrderClassEnrolmentState[],
    args: PageArgs,
  ): Promise<Connection<OrderClassEnrolment>> {
    let query = this.select().where('enrolment.agreement_id', '=', agreementId);
    if (states.length > 0) query = query.where('enrolment.state', 'in', states.map(enumLabel));
    return this.page(query, args);
  }

  listOfAccount(accountId: string, args: PageArgs): Promise<Connection<OrderClassEnrolment>> {
    return this.page(this.select().where('enrolment.account_id', '=', accountId), args);
  }

  async countsOf(agreementId: string): Promise<{ listed: number; confirmed: number }> {
    const { rows } = await sql<{ listed: number; confirmed: number }>`
      select count(*) filter (where state = 'listed')::int as listed,
        count(*) filter (where state = 'confirmed')::int as confirmed
      from order_class_enrolments where agreement_id = ${agreementId}::uuid`.execute(this.uow.sql);
    return rows[0] ?? { listed: 0, confirmed: 0 };
  }

  /** Confirmed students of a college who are in no order class, the first by name. */
  async candidates(collegeId: string, text: string): Promise<OrderClassCandidate[]> {
    const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const { rows } = await sql<OrderClassCandidate>`
      select student.id as "affiliationId", student.student_name as "studentName",
        student.major_name as "majorName", student.class_name as "className",
        student.graduation_year as "graduationYear"
      from affiliations student
      where student.college_id = ${collegeId}::uuid and student.state = 'confirmed'
        and (student.student_name ilike ${pattern} or student.major_name ilike ${pattern}
          or student.class_name ilike ${pattern} or student.student_number ilike ${pattern})
        and not exists (select from order_class_enrolments enrolment
          where enrolment.account_id = student.account_id and enrolment.state in ('listed', 'confirmed'))
      order by student.student_name, student.id limit ${MOST_CANDIDATES}`.execute(this.uow.sql);
    return rows;
  }

  private page(query: ReturnType<EnrolmentReader['select']>, args: PageArgs) {
    const today = this.clock.today();
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'enrolment.listed_at', direction: 'desc', type: 'timestamptz' },
        { column: 'enrolment.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => toEnrolment(row, today),
      count: () => countRows(query),
    });
  }

  private select() {
    return selectEnrolments(this.uow.sql);
  }
}

function selectEnrolments(db: Kysely<DB>) {
  return db
    .selectFrom('order_class_enrolments as enrolment')
    .innerJoin('affiliations as student', 'student.id', 'enrolment.affiliation_id')
    .innerJoin('agreements', 'agreements.id', 'enrolment.agreement_id')
    .innerJoin('agreement_parties as college', (join) =>
      join
        .onRef('college.agreement_id', '=', 'enrolment.agreement_id')
        .on('college.role', '=', 'COLLEGE'),
    )
    .innerJoin('agreement_parties as enterprise', (join) =>
      join
        .onRef('enterprise.agreement_id', '=', 'enrolment.agreement_id')
        .on('enterprise.role', '=', 'ENTERPRISE'),
    )
    .selectAll('enrolment')
    .select([
      'student.student_name',
      'student.major_name',
      'student.class_name',
      'student.graduation_year',
      'agreements.title as agreement_title',
      'agreements.state as agreement_state',
      'agreements.starts_on',
      'agreements.ends_on',
      'college.organisation_id as college_id',
      'college.name as college_name',
      'enterprise.organisation_id as enterprise_id',
      'enterprise.name as enterprise_name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEnrolments>['executeTakeFirstOrThrow']>>;

function toEnrolment(row: Row, today: string): OrderClassEnrolment {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    collegeId: row.college_id ?? '',
    enterpriseId: row.enterprise_id ?? '',
    accountId: row.account_id,
    isInForce:
      ['signed', 'effective'].includes(row.agreement_state) &&
      row.starts_on <= today &&
      row.ends_on >= today,
    state: enumName(row.state),
    studentName: row.student_name,
    majorName: row.major_name,
    className: row.class_name,
    graduationYear: row.graduation_year,
    agreementTitle: row.agreement_title,
    collegeName: row.college_name,
    enterpriseName: row.enterprise_name,
    listedAt: row.listed_at,
    decidedAt: row.decided_at,
    endedAt: row.ended_at,
    reason: row.reason,
  };
}
