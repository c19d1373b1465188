import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../clock/index.js';
import { requestContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import { AuditRepository } from './audit.repository.js';
import { refusePersonalData, type AuditValue } from './codes-only.js';

export interface AuditRecord {
  /** Name of the business action: `publishJobPosting`. */
  readonly action: string;
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  /** Ids and codes that say more; never personal data or free text. */
  readonly detail?: Readonly<Record<string, AuditValue>>;
}

/**
 * Writes who did what to which record, in the transaction that does it: no entry without the effect, no effect without
 * the entry. Writing takes no lock; the sealer gives committed entries their place in the hash chain a moment later.
 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async append({
    action,
    subjectType = null,
    subjectId = null,
    detail = {},
  }: AuditRecord): Promise<void> {
    if (!this.uow.isOpen) throw new Error('An audit entry is written inside a unit of work');
    refusePersonalData(detail);
    const { actor, requestId } = requestContext();
    await this.repository.insert({
      id: this.ids.next(),
      action,
      actorKind: actor.kind,
      actorId: actor.accountId ?? actor.apiKeyId,
      subjectType,
      subjectId,
      detail: JSON.stringify(detail),
      requestId,
      occurredAt: this.clock.now(),
    });
  }
}
