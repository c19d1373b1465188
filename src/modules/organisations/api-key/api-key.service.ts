import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../acting-account.js';
import { mayManage } from '../organisation/organisation.policy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { apiKeyErrors } from './api-key.errors.js';
import {
  keyRevocationSchema,
  keySchema,
  type CreateApiKeyInput,
  type RevokeApiKeyInput,
} from './api-key.inputs.js';
import { ApiKeyReader } from './api-key.reader.js';
import { ApiKeyRepository } from './api-key.repository.js';
import {
  checkScopes,
  hashToken,
  keyExpiry,
  MOST_KEYS,
  newApiToken,
  shownPart,
} from './api-key.rules.js';

export interface NewApiKey {
  readonly id: string;
  /** In clear, for the one answer that shows it. */
  readonly token: string;
}

/** Keys for an organisation's own programs. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly reader: ApiKeyReader,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateApiKeyInput): Promise<NewApiKey> {
    const { organisationId, name, scopes, expiresOn } = parseInput(keySchema, input);
    const organisation = mayManage(actor, organisationId)
      ? await this.organisations.lock(organisationId)
      : null;
    if (!organisation) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    checkScopes(organisation.kind, scopes);
    const expiresAt = keyExpiry(this.clock.today(), expiresOn ?? null);
    if ((await this.keys.countWorking(organisationId)) >= MOST_KEYS)
      throw apiKeyErrors.TOO_MANY({ params: { max: MOST_KEYS } });
    const token = newApiToken();
    const id = await this.keys.insert({
      organisationId,
      name,
      scopes,
      tokenHash: hashToken(token),
      tokenPrefix: shownPart(token),
      createdBy: actingAccount(actor),
      expiresAt,
    });
    await this.appendHistory(actor, organisationId, 'API_KEY_CREATED');
    return { id, token };
  }

  async revoke(actor: Actor, input: RevokeApiKeyInput): Promise<string> {
    const { apiKeyId } = parseInput(keyRevocationSchema, input);
    const key = await this.reader.find(apiKeyId);
    if (!key || !mayManage(actor, key.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['apiKeyId'] });
    if (!(await this.keys.revoke(apiKeyId, actingAccount(actor)))) throw apiKeyErrors.REVOKED();
    await this.appendHistory(actor, key.organisationId, 'API_KEY_REVOKED');
    return apiKeyId;
  }

  private appendHistory(
    actor: Actor,
    organisationId: string,
    change: 'API_KEY_CREATED' | 'API_KEY_REVOKED',
  ): Promise<void> {
    const { accountId } = actor;
    return this.organisations.appendHistory({
      organisationId,
      change,
      changedFields: [],
      accountId,
    });
  }
}
