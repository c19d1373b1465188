import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { AffiliationState } from '../../../generated/prisma/enums.js';
import { affiliationErrors } from './affiliation.errors.js';
import type { Affiliation } from './affiliation.model.js';
import { selectAffiliations, toAffiliation } from './affiliation.rows.js';

export type NewAffiliation = Omit<
  Prisma.AffiliationUncheckedCreateInput,
  'id' | 'createdAt' | 'updatedAt' | 'version'
>;

/** What a change of state writes besides the state. */
export type AffiliationColumns = Omit<
  Prisma.AffiliationUncheckedUpdateManyInput,
  'state' | 'version' | 'updatedAt'
>;

export interface AffiliationStep {
  readonly transition: string;
  readonly from: AffiliationState;
  readonly to: AffiliationState;
  readonly actorId: string | null;
  readonly reason?: string | null;
}

/** The only writer of places and their history, apart from the roster's bulk writes. */
@Injectable()
export class AffiliationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Reads and locks, in the order of ids, so that bulk decisions do not wait for each other in a ring. */
  async lockMany(ids: readonly string[]): Promise<Map<string, Affiliation>> {
    const rows = await selectAffiliations(this.uow.sql)
      .where('affiliations.id', 'in', [...ids])
      .orderBy('affiliations.id')
      .forNoKeyUpdate()
      .execute();
    return new Map(rows.map((row) => [row.id, toAffiliation(row)]));
  }

  /** The unclaimed place of the roster with this number. */
  async lockRostered(collegeId: string, studentNumber: string): Promise<Affiliation | null> {
    const row = await selectAffiliations(this.uow.sql)
      .where('college_id', '=', collegeId)
      .where('student_number', '=', studentNumber)
      .where('state', '=', 'rostered')
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toAffiliation(row) : null;
  }

  async hasOpen(accountId: string, collegeId: string): Promise<boolean> {
    const open = await this.uow.db.affiliation.findFirst({
      where: { accountId, collegeId, state: { in: ['CLAIMED', 'CONFIRMED'] } },
      select: { id: true },
    });
    return open !== null;
  }

  async listOpenOf(accountId: string): Promise<Affiliation[]> {
    const rows = await selectAffiliations(this.uow.sql)
      .where('account_id', '=', accountId)
      .where('state', 'in', ['claimed', 'confirmed'])
      .orderBy('affiliations.id')
      .forNoKeyUpdate()
      .execute();
    return rows.map(toAffiliation);
  }

  async insert(row: NewAffiliation, transition: string, actorId: string | null): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    await refusingTaken(() =>
      this.uow.db.affiliation.create({
        data: { ...row, id, createdAt: now, updatedAt: now },
        select: { id: true },
      }),
    );
    await this.appendHistory(id, { transition, from: null, to: row.state, actorId });
    return id;
  }

  /** Writes the step if the state still is `from`; false when somebody was faster. */
  async take(
    id: string,
    step: AffiliationStep,
    columns: AffiliationColumns = {},
  ): Promise<boolean> {
    const { count } = await refusingTaken(() =>
      this.uow.db.affiliation.updateMany({
        where: { id, state: step.from },
        data: {
          ...columns,
          state: step.to,
          version: { increment: 1 },
          updatedAt: this.clock.now(),
        },
      }),
    );
    if (count === 1) await this.appendHistory(id, step);
    return count === 1;
  }

  /** Removes a place of the roster nobody has claimed. */
  async removeRostered(id: string): Promise<void> {
    await this.uow.db.affiliation.delete({
      where: { id, state: 'ROSTERED' },
      select: { id: true },
    });
  }

  /** Removes the person from places that are over; what they say about a year and a major stays. */
  async forget(accountId: string): Promise<void> {
    await this.uow.db.rosterImportChange.deleteMany({ where: { affiliation: { accountId } } });
    await this.uow.db.affiliationHistory.updateMany({
      where: { affiliation: { accountId } },
      data: { reason: null },
    });
    await this.uow.db.affiliation.updateMany({
      where: { accountId },
      data: {
        accountId: null,
        studentNumber: '',
        studentName: '',
        className: null,
        refusalReason: null,
        updatedAt: this.clock.now(),
      },
    });
  }

  private async appendHistory(
    affiliationId: string,
    step: Omit<AffiliationStep, 'from'> & { readonly from: AffiliationState | null },
  ): Promise<void> {
    await this.uow.db.affiliationHistory.create({
      data: {
        id: this.ids.next(),
        affiliationId,
        transition: step.transition,
        fromState: step.from,
        toState: step.to,
        actorId: step.actorId,
        reason: step.reason ?? null,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }
}

async function refusingTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'uq_affiliations_open'))
      throw affiliationErrors.ALREADY_CLAIMED({ field: ['collegeId'], cause: error });
    if (isUniqueViolation(error, 'uq_affiliations_student'))
      throw affiliationErrors.NUMBER_TAKEN({ cause: error });
    throw error;
  }
}
