import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';

export interface NewDelegation {
  readonly agreementId: string;
  readonly signatoryId: string;
  readonly delegateId: string;
  readonly fileId: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly madeBy: string;
}

/** The only user of agreement_delegations. */
@Injectable()
export class DelegationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async insert(id: string, { validFrom, validUntil, ...row }: NewDelegation): Promise<void> {
    await this.uow.db.agreementDelegation.create({
      data: {
        ...row,
        id,
        validFrom: new Date(validFrom),
        validUntil: new Date(validUntil),
        madeAt: this.clock.now(),
      },
      select: { id: true },
    });
  }

  /** The power by which the person may take the turn that day; null when there is none. */
  async findActive(signatoryId: string, delegateId: string, day: string): Promise<string | null> {
    const found = await this.uow.db.agreementDelegation.findFirst({
      where: { signatoryId, delegateId, ...activeOn(day) },
      orderBy: { id: 'desc' },
      select: { id: true },
    });
    return found?.id ?? null;
  }

  async isActive(id: string, day: string): Promise<boolean> {
    return (await this.uow.db.agreementDelegation.count({ where: { id, ...activeOn(day) } })) === 1;
  }

  async find(id: string): Promise<{ agreementId: string; signatoryId: string } | null> {
    return this.uow.db.agreementDelegation.findUnique({
      where: { id },
      select: { agreementId: true, signatoryId: true },
    });
  }

  /** False when it was taken back before. */
  async revoke(id: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementDelegation.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: this.clock.now() },
    });
    return count === 1;
  }
}

function activeOn(day: string) {
  const today = new Date(day);
  return { revokedAt: null, validFrom: { lte: today }, validUntil: { gte: today } };
}
