import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import {
  enumName,
  isExclusionViolation,
  UnitOfWork,
  type DB,
} from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import { interviewErrors } from './interview.errors.js';
import type { InterviewStateName } from './interview.machine.js';
import type { Interview } from './interview.model.js';

/** The only writer of interviews. */
@Injectable()
export class InterviewRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async find(id: string): Promise<Interview | null> {
    const row = await selectInterviews(this.uow.sql).where('id', '=', id).executeTakeFirst();
    return row ? toInterview(row) : null;
  }

  async interviewsOf(applicationIds: readonly string[]): Promise<Map<string, Interview[]>> {
    const rows = await selectInterviews(this.uow.sql)
      .where('application_id', 'in', [...applicationIds])
      .orderBy('starts_at')
      .orderBy('id')
      .execute();
    const byApplication = new Map<string, Interview[]>();
    for (const row of rows) {
      const interviews = byApplication.get(row.application_id) ?? [];
      interviews.push(toInterview(row));
      byApplication.set(row.application_id, interviews);
    }
    return byApplication;
  }

  async insert(
    row: Omit<Prisma.InterviewUncheckedCreateInput, 'id' | 'createdAt'>,
  ): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.interview.create({
      data: { ...row, id, createdAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  /** Locks the person: whoever confirms interviews of one person does so one after the other. */
  async lockPerson(accountId: string): Promise<void> {
    await this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select('id')
      .where('account_id', '=', accountId)
      .forNoKeyUpdate()
      .execute();
  }

  /** Cancels what is not agreed and what lies ahead; a confirmed one that was held already keeps its record. */
  async cancelOpen(applicationId: string): Promise<void> {
    await this.uow.db.interview.updateMany({
      where: {
        applicationId,
        OR: [{ state: 'PROPOSED' }, { state: 'CONFIRMED', startsAt: { gt: this.clock.now() } }],
      },
      data: { state: 'CANCELLED', version: { increment: 1 } },
    });
  }

  /** Changes an interview that still is in the state and at the sequence it was read at. */
  async take(
    { id, state, sequence }: Pick<Interview, 'id' | 'state' | 'sequence'>,
    to: InterviewStateName,
    columns: Omit<Prisma.InterviewUncheckedUpdateManyInput, 'state' | 'version'> = {},
  ): Promise<boolean> {
    try {
      const { count } = await this.uow.db.interview.updateMany({
        where: { id, state, sequence },
        data: { ...columns, state: to, version: { increment: 1 } },
      });
      return count === 1;
    } catch (error) {
      if (!isExclusionViolation(error, 'ex_interviews_account')) throw error;
      throw interviewErrors.OVERLAPS({ field: ['interviewId'], cause: error });
    }
  }
}

function selectInterviews(db: Kysely<DB>) {
  return db.selectFrom('interviews').selectAll();
}

type InterviewRow = Awaited<ReturnType<ReturnType<typeof selectInterviews>['execute']>>[number];

function toInterview(row: InterviewRow): Interview {
  return {
    id: row.id,
    state: enumName(row.state),
    mode: enumName(row.mode),
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    proposedBy: enumName(row.proposed_by),
    cancelReason: row.cancel_reason,
    noShowParty: row.no_show_party === null ? null : enumName(row.no_show_party),
    sequence: row.sequence,
    applicationId: row.application_id,
    accountId: row.account_id,
  };
}
