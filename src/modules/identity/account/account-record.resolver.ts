import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import {
  AccountRecordFilter,
  DisableAccountInput,
  disableAccount,
  EnableAccountInput,
  enableAccount,
} from './account-record.inputs.js';
import { AccountRecordReader } from './account-record.reader.js';
import { AccountRecord, AccountRecordConnection } from './account.model.js';
import { AccountRecordPayload } from './account.payloads.js';
import { ACCOUNT_ADMINISTER } from './account.permissions.js';
import { AccountService } from './account.service.js';

@Resolver()
export class AccountRecordResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: AccountService,
    private readonly reader: AccountRecordReader,
  ) {}

  @Query(() => AccountRecord, {
    nullable: true,
    description:
      'An account, for administration; null when there is none. Requires: ACCOUNT_ADMINISTER.',
  })
  @RequirePermission(ACCOUNT_ADMINISTER)
  async accountRecord(
    @Args('id', { type: () => ID, description: 'Id of the account.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<AccountRecord | null> {
    return isUuid(id) ? this.reader.find(actor, id) : null;
  }

  @Query(() => AccountRecordConnection, {
    description: 'Accounts, the newest first, for administration. Requires: ACCOUNT_ADMINISTER.',
  })
  @RequirePermission(ACCOUNT_ADMINISTER)
  async accountRecords(
    @Args() page: PageArgs,
    @Args('filter', {
      type: () => AccountRecordFilter,
      nullable: true,
      description: 'Which accounts; all of them when left out.',
    })
    filter: AccountRecordFilter | null,
  ): Promise<Connection<AccountRecord>> {
    return this.reader.list(page, filter ?? {});
  }

  @Mutation(() => AccountRecordPayload, {
    description: 'Shuts an account: its sessions end at once. Requires: ACCOUNT_ADMINISTER.',
  })
  @RequirePermission(ACCOUNT_ADMINISTER)
  async disableAccount(
    @Args('input', { description: 'Which account, and why.' }) input: DisableAccountInput,
    @CurrentActor() actor: Actor,
  ): Promise<AccountRecordPayload> {
    const given = parseInput(disableAccount, input);
    const { accountId } = await this.actions.run(actor, 'disableAccount', given, () =>
      this.service.disable(actor, given.accountId, given.reason),
    );
    return { accountRecord: await this.reader.find(actor, accountId) };
  }

  @Mutation(() => AccountRecordPayload, {
    description: 'Opens a disabled account again. Requires: ACCOUNT_ADMINISTER.',
  })
  @RequirePermission(ACCOUNT_ADMINISTER)
  async enableAccount(
    @Args('input', { description: 'Which account.' }) input: EnableAccountInput,
    @CurrentActor() actor: Actor,
  ): Promise<AccountRecordPayload> {
    const given = parseInput(enableAccount, input);
    const { accountId } = await this.actions.run(actor, 'enableAccount', given, () =>
      this.service.enable(actor, given.accountId),
    );
    return { accountRecord: await this.reader.find(actor, accountId) };
  }
}
