import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { CeremonyPlan } from './ceremony.inputs.js';
import type { AgreementCeremony, AgreementCeremonyState } from './ceremony.model.js';
import { selectCeremonies, toCeremony } from './ceremony.reader.js';

/** The only writer of ceremonies. */
@Injectable()
export class CeremonyRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async lock(id: string): Promise<AgreementCeremony | null> {
    const row = await selectCeremonies(this.uow.sql)
      .where('agreement_ceremonies.id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ? toCeremony(row) : null;
  }

  async insert(
    organisationId: string,
    { agreementIds, ...plan }: CeremonyPlan,
    actorId: string | null,
  ): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    await this.uow.db.agreementCeremony.create({
      data: { id, organisationId, ...plan, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await this.list(id, agreementIds);
    await this.appendHistory(id, null, 'PLANNED', actorId);
    return id;
  }

  /** Replaces what is planned, if it is still at the version the change was made on. */
  async edit(
    id: string,
    version: number,
    { agreementIds, ...plan }: CeremonyPlan,
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreementCeremony.updateMany({
      where: { id, version, state: 'PLANNED' },
      data: { ...plan, version: { increment: 1 }, updatedAt: this.clock.now() },
    });
    if (count !== 1) return false;
    await this.uow.db.agreementCeremonyPair.deleteMany({ where: { ceremonyId: id } });
    await this.list(id, agreementIds);
    return true;
  }

  /** Takes a step of the locked ceremony. */
  async take(
    { id, state: from }: Pick<AgreementCeremony, 'id' | 'state'>,
    to: AgreementCeremonyState,
    actorId: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    await this.uow.db.agreementCeremony.update({
      where: { id, state: from },
      data: {
        state: to,
        ...(to === 'OPEN' ? { openedAt: now } : { endedAt: now }),
        version: { increment: 1 },
        updatedAt: now,
      },
      select: { id: true },
    });
    await this.appendHistory(id, from, to, actorId);
  }

  /** Breaks `uq_agreement_ceremony_pairs_on_stage` where one of them stands on another stage. */
  async setOnStage(ceremonyId: string, isOnStage: boolean): Promise<void> {
    await this.uow.db.agreementCeremonyPair.updateMany({
      where: { ceremonyId },
      data: { isOnStage },
    });
  }

  async agreementIdsOf(ceremonyId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_ceremony_pairs')
      .select('agreement_id')
      .where('ceremony_id', '=', ceremonyId)
      .orderBy('position')
      .execute();
    return rows.map((row) => row.agreement_id);
  }

  /** Those that stand on another stage now. */
  async elsewhere(ceremonyId: string, agreementIds: readonly string[]): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_ceremony_pairs')
      .select('agreement_id')
      .where('agreement_id', 'in', [...agreementIds])
      .where('ceremony_id', '<>', ceremonyId)
      .where('is_on_stage', '=', true)
      .execute();
    return rows.map((row) => row.agreement_id);
  }

  private async list(ceremonyId: string, agreementIds: readonly string[]): Promise<void> {
    await this.uow.db.agreementCeremonyPair.createMany({
      data: agreementIds.map((agreementId, at) => ({ ceremonyId, position: at + 1, agreementId })),
    });
  }

  private async appendHistory(
    ceremonyId: string,
    fromState: AgreementCeremonyState | null,
    toState: AgreementCeremonyState,
    actorId: string | null,
  ): Promise<void> {
    const occurredAt = this.clock.now();
    await this.uow.db.agreementCeremonyHistory.create({
      data: { id: this.ids.next(), ceremonyId, fromState, toState, actorId, occurredAt },
      select: { id: true },
    });
  }
}
