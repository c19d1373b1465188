import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { Organisation } from '../organisation/organisation.model.js';
import { mayManage } from '../organisation/organisation.policy.js';
import { ORGANISATION_MANAGE } from '../organisations.permissions.js';
import { CreateApiKeyInput, RevokeApiKeyInput } from './api-key.inputs.js';
import { ApiKey } from './api-key.model.js';
import { ApiKeyPayload, CreateApiKeyPayload } from './api-key.payloads.js';
import { ApiKeyReader } from './api-key.reader.js';
import { delegable } from './api-key.rules.js';
import { ApiKeyService } from './api-key.service.js';

/** Most keys of one organisation that are shown; far more than can work at a time. */
const MOST_SHOWN = 50;

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ApiKeyService,
    private readonly keys: ApiKeyReader,
    private readonly accounts: AccountLoader,
  ) {}

  @RequirePermission(ORGANISATION_MANAGE)
  @Query(() => [ApiKey], {
    nullable: true,
    description:
      'Keys of an organisation, the newest, at most 50; null when the viewer does not manage it. Requires: ORGANISATION_MANAGE.',
  })
  async apiKeys(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) id: string,
  ): Promise<ApiKey[] | null> {
    return mayManage(actor, id) ? this.keys.listOf(id, MOST_SHOWN) : null;
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who made the key.' })
  createdBy(@Parent() key: ApiKey): Promise<Account | null> {
    return this.accounts.load(key.createdBy);
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Makes a key for a program of the organisation; its token is shown once. Requires: ORGANISATION_MANAGE.',
  })
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Name, permissions and end of the key.' })
    input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    // Kept out of the stored answer: a repeated request gets the key without its token.
    let token: string | null = null;
    const id = await this.actions.run(actor, 'createApiKey', input, async () => {
      const key = await this.service.create(actor, input);
      token = key.token;
      return key.id;
    });
    return { apiKey: await this.keys.find(id), token };
  }

  @RequirePermission(ORGANISATION_MANAGE)
  @Mutation(() => ApiKeyPayload, {
    description: 'Ends a key at once. Requires: ORGANISATION_MANAGE.',
  })
  async revokeApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which key.' }) input: RevokeApiKeyInput,
  ): Promise<ApiKeyPayload> {
    const id = await this.actions.run(actor, 'revokeApiKey', input, () =>
      this.service.revoke(actor, input),
    );
    return { apiKey: await this.keys.find(id) };
  }
}

@Resolver(() => Organisation)
export class DelegablePermissionsResolver {
  @ResolveField(() => [String], {
    description: 'Names of the permissions a key of this organisation may be given.',
  })
  delegablePermissions(@Parent() organisation: Organisation): string[] {
    return delegable(organisation.kind);
  }
}
