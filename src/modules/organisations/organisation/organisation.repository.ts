import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { enumName, isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import type { Prisma } from '../../../generated/prisma/client.js';
import type { OrganisationStanding } from '../../../generated/prisma/enums.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { organisationErrors } from './organisation.errors.js';
import type { Organisation } from './organisation.model.js';
import { selectOrganisations, toOrganisation } from './organisation.rows.js';

/** An organisation held against concurrent changes until the unit of work ends. */
export interface LockedOrganisation extends Organisation {
  /** As last written, which may be behind the clock. */
  readonly storedStanding: OrganisationStanding;
}

export type NewOrganisation = Omit<
  Prisma.OrganisationUncheckedCreateInput,
  'id' | 'createdAt' | 'updatedAt' | 'version'
>;

export type OrganisationHistoryEntry = Omit<
  Prisma.OrganisationHistoryUncheckedCreateInput,
  'id' | 'occurredAt'
>;

/** The only writer of organisations and their history. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly reference: ReferenceReader,
  ) {}

  /** Reads and locks: whatever is decided about an organisation is decided one after the other. */
  async lock(id: string): Promise<LockedOrganisation | null> {
    const row = await selectOrganisations(this.uow.sql, this.clock.now())
      .select('organisations.standing as stored_standing')
      .where('organisations.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) return null;
    const organisation = toOrganisation(row, await this.reference.tables());
    return { ...organisation, storedStanding: enumName(row.stored_standing) };
  }

  async insert(row: NewOrganisation): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    await this.refusingTakenCode(['unifiedSocialCreditCode'], () =>
      this.uow.db.organisation.create({
        data: { ...row, id, createdAt: now, updatedAt: now },
        select: { id: true },
      }),
    );
    return id;
  }

  /** The row is locked by the caller; `field` is where its input names the code. */
  async update(id: string, data: Prisma.OrganisationUncheckedUpdateInput): Promise<void> {
    await this.refusingTakenCode(['changes', 'unifiedSocialCreditCode'], () =>
      this.uow.db.organisation.update({
        where: { id },
        data: { ...data, version: { increment: 1 }, updatedAt: this.clock.now() },
        select: { id: true },
      }),
    );
  }

  /** Writes the standing if it still is what it was; false when somebody was faster. */
  async setStanding(
    id: string,
    from: OrganisationStanding,
    to: OrganisationStanding,
    verification: { verifiedAt?: Date | null; verifiedUntil?: Date | null },
  ): Promise<boolean> {
    const { count } = await this.uow.db.organisation.updateMany({
      where: { id, standing: from },
      data: {
        standing: to,
        ...verification,
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    return count === 1;
  }

  async appendHistory(entry: OrganisationHistoryEntry): Promise<void> {
    await this.uow.db.organisationHistory.create({
      data: { ...entry, id: this.ids.next(), occurredAt: this.clock.now() },
      select: { id: true },
    });
  }

  /** Verified organisations whose time is over, to be written down as lapsed. */
  async listLapsed(limit: number): Promise<string[]> {
    const rows = await this.uow.db.organisation.findMany({
      where: { standing: 'VERIFIED', verifiedUntil: { lte: this.clock.now() } },
      select: { id: true },
      orderBy: { verifiedUntil: 'asc' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  private async refusingTakenCode<T>(
    field: readonly string[],
    write: () => Promise<T>,
  ): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_organisations_credit_code')) throw error;
      throw organisationErrors.CODE_TAKEN({ field, cause: error });
    }
  }
}
