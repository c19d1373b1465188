import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Anchor } from './evidence-chain.js';

export interface AgreementSeal {
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly fileId: string;
  readonly signatureFileId: string;
  /** Of the PDF. */
  readonly sha256: string;
  /** Of the text that was signed. */
  readonly textHash: string;
  readonly keyId: string;
  /** Over the bytes of the PDF, in base64. */
  readonly signature: string;
  readonly eventSequence: number;
  readonly eventHash: string;
  readonly signedAt: Date;
  readonly sealedAt: Date;
}

/** The only user of agreement_seals. */
@Injectable()
export class AgreementSealRepository {
  constructor(private readonly uow: UnitOfWork) {}

  insert(seal: AgreementSeal): Promise<unknown> {
    return this.uow.db.agreementSeal.create({ data: seal, select: { agreementId: true } });
  }

  find(agreementId: string): Promise<AgreementSeal | null> {
    return this.uow.db.agreementSeal.findUnique({ where: { agreementId } });
  }

  findMany(agreementIds: readonly string[]): Promise<AgreementSeal[]> {
    return this.uow.db.agreementSeal.findMany({
      where: { agreementId: { in: [...agreementIds] } },
    });
  }

  findBySha256(sha256: string): Promise<AgreementSeal | null> {
    return this.uow.db.agreementSeal.findUnique({ where: { sha256 } });
  }

  findByNumber(agreementNumber: string): Promise<AgreementSeal | null> {
    return this.uow.db.agreementSeal.findUnique({ where: { agreementNumber } });
  }

  listAfter(agreementId: string, limit: number): Promise<AgreementSeal[]> {
    return this.uow.db.agreementSeal.findMany({
      where: { agreementId: { gt: agreementId } },
      orderBy: { agreementId: 'asc' },
      take: limit,
    });
  }

  /** Agreements whose chain tells of a sealing, and that have no seal. */
  async missing(limit: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('agreement_events as sealing')
      .leftJoin('agreement_seals as seal', 'seal.agreement_id', 'sealing.agreement_id')
      .select('sealing.agreement_id')
      .distinct()
      .where('sealing.kind', '=', 'SEALED')
      .where('seal.agreement_id', 'is', null)
      .orderBy('sealing.agreement_id')
      .limit(limit)
      .execute();
    return rows.map((row) => row.agreement_id);
  }

  /** Where the chains of some agreements stood when they were sealed. */
  async anchorsOf(agreementIds: readonly string[]): Promise<Map<string, Anchor>> {
    const rows = await this.uow.db.agreementSeal.findMany({
      where: { agreementId: { in: [...agreementIds] } },
      select: { agreementId: true, eventSequence: true, eventHash: true },
    });
    return new Map(
      rows.map((row) => [row.agreementId, { sequence: row.eventSequence, hash: row.eventHash }]),
    );
  }
}
