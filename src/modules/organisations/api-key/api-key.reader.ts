import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import type { ApiKey } from './api-key.model.js';

const KEY = {
  id: true,
  organisationId: true,
  name: true,
  tokenPrefix: true,
  scopes: true,
  createdBy: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

/** Keys as those who manage an organisation see them: never their tokens. */
@Injectable()
export class ApiKeyReader {
  constructor(private readonly uow: UnitOfWork) {}

  find(id: string): Promise<ApiKey | null> {
    return this.uow.db.apiKey.findUnique({ where: { id }, select: KEY });
  }

  /** The newest keys of an organisation. */
  listOf(organisationId: string, limit: number): Promise<ApiKey[]> {
    return this.uow.db.apiKey.findMany({
      where: { organisationId },
      select: KEY,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
  }
}
