import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import type { OrganisationKind } from '../../../generated/prisma/enums.js';
import { inGoodStandingAt } from '../organisation/organisation.rows.js';
import type { ApiKey } from './api-key.model.js';
import { LAST_USED_STEP_MS } from './api-key.rules.js';

/** A key that works now, with what its organisation is worth now. */
export interface WorkingKey {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly regionId: string;
  readonly isInGoodStanding: boolean;
  readonly scopes: readonly string[];
  readonly lastUsedAt: Date | null;
}

/** Writes api_keys, and checks tokens against them. */
@Injectable()
export class ApiKeyRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  countWorking(organisationId: string): Promise<number> {
    return this.uow.db.apiKey.count({
      where: { organisationId, revokedAt: null, expiresAt: { gt: this.clock.now() } },
    });
  }

  async insert(
    key: Pick<
      ApiKey,
      'organisationId' | 'name' | 'tokenPrefix' | 'scopes' | 'createdBy' | 'expiresAt'
    > & {
      readonly tokenHash: string;
    },
  ): Promise<string> {
    const id = this.ids.next();
    await this.uow.db.apiKey.create({
      data: { ...key, id, createdAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  /** False when it was revoked before. */
  async revoke(id: string, revokedBy: string): Promise<boolean> {
    const { count } = await this.uow.db.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: this.clock.now(), revokedBy },
    });
    return count === 1;
  }

  /** One statement, for it is asked with every request of a program. */
  async findWorking(tokenHash: string): Promise<WorkingKey | null> {
    const now = this.clock.now();
    const row = await this.uow.sql
      .selectFrom('api_keys as k')
      .innerJoin('organisations', 'organisations.id', 'k.organisation_id')
      .select([
        'k.id',
        'k.organisation_id as organisationId',
        'k.scopes',
        'k.last_used_at as lastUsedAt',
        'organisations.kind',
        'organisations.region_id as regionId',
        inGoodStandingAt(now).as('isInGoodStanding'),
      ])
      .where('k.token_hash', '=', tokenHash)
      .where('k.revoked_at', 'is', null)
      .where('k.expires_at', '>', now)
      .executeTakeFirst();
    return row ? { ...row, kind: enumName(row.kind) } : null;
  }

  async touch(id: string): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - LAST_USED_STEP_MS);
    await this.uow.sql
      .updateTable('api_keys')
      .set({ last_used_at: now })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', before)]))
      .execute();
  }
}
