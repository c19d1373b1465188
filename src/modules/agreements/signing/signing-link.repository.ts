import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { AgreementSigningLink } from './signing-link.model.js';

const DAY_MS = 86_400_000;

export interface StoredSigningLink extends AgreementSigningLink {
  readonly tokenHash: string;
}

/** The only user of agreement_signing_links. */
@Injectable()
export class SigningLinkRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async insert(row: {
    readonly id: string;
    readonly agreementId: string;
    readonly signatoryId: string;
    readonly tokenHash: string;
    readonly createdBy: string;
    readonly days: number;
  }): Promise<void> {
    const { days, ...link } = row;
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    await this.uow.db.agreementSigningLink.create({
      data: { ...link, createdAt, expiresAt },
      select: { id: true },
    });
  }

  find(id: string): Promise<StoredSigningLink | null> {
    return this.uow.db.agreementSigningLink.findUnique({ where: { id } });
  }

  /** Of a signatory, the latest first, at most 20. */
  listOf(signatoryId: string): Promise<StoredSigningLink[]> {
    return this.uow.db.agreementSigningLink.findMany({
      where: { signatoryId },
      orderBy: { id: 'desc' },
      take: 20,
    });
  }

  async revoke(id: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementSigningLink.updateMany({
      where: { id, revokedAt: null, usedAt: null },
      data: { revokedAt: this.clock.now() },
    });
    return count === 1;
  }

  async use(id: string): Promise<void> {
    await this.uow.db.agreementSigningLink.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: this.clock.now() },
    });
  }
}
