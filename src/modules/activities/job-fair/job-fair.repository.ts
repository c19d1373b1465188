import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { JobFairStage } from './job-fair.enums.js';
import type { JobFairContent } from './job-fair.inputs.js';
import type { JobFair } from './job-fair.model.js';
import { selectFairs, toFair } from './job-fair.rows.js';

/** The only writer of fairs. Whoever gives or takes a seat holds the fair. */
@Injectable()
export class JobFairRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async lock(id: string): Promise<JobFair | null> {
    const row = await selectFairs(this.uow.sql, SYSTEM)
      .where('job_fairs.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toFair(row, this.clock.now()) : null;
  }

  /** Published fairs for partners whose registration is open, of any of the organisers, locked. */
  async lockOpenForPartners(organiserIds: readonly string[]): Promise<JobFair[]> {
    if (organiserIds.length === 0) return [];
    const now = this.clock.now();
    const rows = await selectFairs(this.uow.sql, SYSTEM)
      .where('job_fairs.organiser_id', 'in', [...organiserIds])
      .where('job_fairs.admission', '=', 'partners')
      .where('job_fairs.stage', '=', 'published')
      .where('job_fairs.registration_closes_at', '>', now)
      .orderBy('job_fairs.id')
      .forNoKeyUpdate()
      .execute();
    return rows.map((row) => toFair(row, now));
  }

  async insert(
    organiserId: string,
    content: JobFairContent,
    actorId: string | null,
  ): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    await this.uow.db.jobFair.create({
      data: { id, organiserId, ...content, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await this.appendHistory(id, null, 'DRAFT', actorId);
    return id;
  }

  /** Replaces what the fair is, if it is still at the version the change was made on. */
  async update(id: string, version: number, content: JobFairContent): Promise<boolean> {
    const { count } = await this.uow.db.jobFair.updateMany({
      where: { id, version },
      data: { ...content, version: { increment: 1 }, updatedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** Takes a step of the locked fair. */
  async take(
    { id, stage: from }: Pick<JobFair, 'id' | 'stage'>,
    to: JobFairStage,
    actorId: string | null,
    cancelReason: string | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    await this.uow.db.jobFair.update({
      where: { id, stage: from },
      data: {
        stage: to,
        ...(to === 'PUBLISHED' ? { publishedAt: now } : { cancelledAt: now, cancelReason }),
        version: { increment: 1 },
        updatedAt: now,
      },
      select: { id: true },
    });
    await this.appendHistory(id, from, to, actorId);
  }

  /** One seat more or less taken at the locked fair; the database refuses more than there are. */
  async takeSeats(id: string, by: 1 | -1): Promise<void> {
    await this.uow.db.jobFair.update({
      where: { id },
      data: { seatsTaken: { increment: by } },
      select: { id: true },
    });
  }

  private async appendHistory(
    jobFairId: string,
    fromStage: JobFairStage | null,
    toStage: JobFairStage,
    actorId: string | null,
  ): Promise<void> {
    const occurredAt = this.clock.now();
    await this.uow.db.jobFairHistory.create({
      data: { id: this.ids.next(), jobFairId, fromStage, toStage, actorId, occurredAt },
      select: { id: true },
    });
  }
}
