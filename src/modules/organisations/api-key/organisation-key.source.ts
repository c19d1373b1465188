import { Injectable } from '@nestjs/common';
import { ApiKeySource, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { hashToken, isApiToken, LAST_USED_STEP_MS } from './api-key.rules.js';

/**
 * Tells whose key a bearer token is. A key acts for its organisation with the role of an administrator, but only
 * within its scopes; its rights pause with the organisation's standing.
 */
@Injectable()
export class OrganisationKeySource extends ApiKeySource {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async actorForKey(token: string): Promise<Actor | null> {
    const key = isApiToken(token) ? await this.keys.findWorking(hashToken(token)) : null;
    if (!key) return null;
    const { id, organisationId, kind, regionId, isInGoodStanding, scopes, lastUsedAt } = key;
    if (
      lastUsedAt === null ||
      this.clock.now().getTime() - lastUsedAt.getTime() >= LAST_USED_STEP_MS
    )
      await this.keys.touch(id);
    return {
      kind: 'API_KEY',
      accountId: null,
      sessionId: null,
      apiKeyId: id,
      isAdministrator: false,
      grants: [
        {
          organisationId,
          organisationKind: kind,
          role: 'ADMINISTRATOR',
          isInGoodStanding,
          regionId,
        },
      ],
      scopes,
    };
  }
}
