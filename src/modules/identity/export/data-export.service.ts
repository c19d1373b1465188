import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { PersonalData } from '../../../core/privacy/index.js';
import { accountOf, ProofService, type Proof } from '../proof/proof.service.js';
import { DataExportRepository } from './data-export.repository.js';

export const EXPORT_PATH = 'exports/personal-data';
const EXPORT_LIFETIME_MS = 10 * 60_000;

/**
 * A person's own data as one document. What is kept is only the permission to fetch it once; the document is made at
 * that moment and never stored, so no copy of a person's data lies about.
 */
@Injectable()
export class DataExportService {
  constructor(
    private readonly exports: DataExportRepository,
    private readonly proofs: ProofService,
    private readonly personalData: PersonalData,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async permit(proof: Proof): Promise<{ dataExportId: string }> {
    const { id: accountId } = await this.proofs.settle(proof);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + EXPORT_LIFETIME_MS);
    const id = this.ids.next();
    await this.exports.insert({ id, accountId, createdAt, expiresAt });
    return { dataExportId: id };
  }

  /** Path and end of the permission. */
  async linkOf(id: string): Promise<{ id: string; path: string; expiresAt: Date }> {
    const expiresAt = await this.exports.expiresAtOf(id);
    if (!expiresAt) throw requestErrors.NOT_FOUND();
    return { id, path: `/${EXPORT_PATH}/${id}`, expiresAt };
  }

  /** The document, once and only to the person it is about. */
  async take(actor: Actor, id: string): Promise<string> {
    const accountId = accountOf(actor);
    return this.uow.run(
      async () => {
        const now = this.clock.now();
        if (!(await this.exports.take(id, accountId, now))) throw requestErrors.NOT_FOUND();
        const parts = await this.personalData.exportFor(accountId);
        return JSON.stringify({ exportedAt: now.toISOString(), ...parts }, null, 2);
      },
      { isolation: 'RepeatableRead' },
    );
  }
}
