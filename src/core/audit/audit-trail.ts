import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../clock/index.js';
import { requestContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import { AuditRepository } from './audit.repository.js';

export type AuditValue = string | number | boolean | null | readonly string[];

export interface AuditRecord {
  /** Name of the business action: `publishJobPosting`. */
  readonly action: string;
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  /** Ids and codes that say more; never personal data or free text. */
  readonly detail?: Readonly<Record<string, AuditValue>>;
}

/** Ids, codes, numbers, days: no spaces, no `@`, and no mobile numbers. */
const CODE = /^(?!\+?(86)?1\d{10}$)[\p{L}\p{N}_.:/+#-]{0,200}$/u;
const MAX_DETAIL_KEYS = 30;

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

function refusePersonalData(detail: Readonly<Record<string, AuditValue>>): void {
  const entries = Object.entries(detail);
  const isWrong = entries.some(([, value]) =>
    [value].flat().some((part) => typeof part === 'string' && !CODE.test(part)),
  );
  if (isWrong || entries.length > MAX_DETAIL_KEYS) {
    throw new TypeError('The detail of an audit entry holds ids and codes only');
  }
}
