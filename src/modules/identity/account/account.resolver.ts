import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  Public,
  type Actor,
} from '../../../core/auth/index.js';
import type { GraphqlContext } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ProofService } from '../proof/proof.service.js';
import { SessionAnswer } from '../session/session-answer.js';
import {
  ChangeDisplayNameInput,
  changeDisplayName,
  ChangePreferredLocaleInput,
  CloseAccountInput,
  closeAccount,
} from './account.inputs.js';
import { Viewer } from './account.model.js';
import { CloseAccountPayload, ViewerPayload } from './account.payloads.js';
import { AccountReader } from './account.reader.js';
import { AccountService, type AccountAnswer } from './account.service.js';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: AccountService,
    private readonly reader: AccountReader,
    private readonly proofs: ProofService,
    private readonly answer: SessionAnswer,
  ) {}

  @Query(() => Viewer, {
    nullable: true,
    description: 'The person who is signed in; null for anyone else. Requires: nothing.',
  })
  @Public()
  async me(@CurrentActor() actor: Actor): Promise<Viewer | null> {
    return actor.accountId === null ? null : this.reader.viewer(actor.accountId);
  }

  @Mutation(() => ViewerPayload, {
    description: 'Changes the name one goes by. Requires: being signed in.',
  })
  @Authenticated()
  async changeDisplayName(
    @Args('input', { description: 'The new name.' }) input: ChangeDisplayNameInput,
    @CurrentActor() actor: Actor,
  ): Promise<ViewerPayload> {
    const { displayName } = parseInput(changeDisplayName, input);
    return this.viewerAfter(
      this.actions.run(actor, 'changeDisplayName', {}, () =>
        this.service.changeDisplayName(actor, displayName),
      ),
    );
  }

  @Mutation(() => ViewerPayload, {
    description: 'Changes the language one is written to in. Requires: being signed in.',
  })
  @Authenticated()
  async changePreferredLocale(
    @Args('input', { description: 'The new language.' }) input: ChangePreferredLocaleInput,
    @CurrentActor() actor: Actor,
  ): Promise<ViewerPayload> {
    return this.viewerAfter(
      this.actions.run(actor, 'changePreferredLocale', {}, () =>
        this.service.changePreferredLocale(actor, input.preferredLocale),
      ),
    );
  }

  @Mutation(() => CloseAccountPayload, {
    description:
      'Closes the own account for good and erases the personal data in it. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async closeAccount(
    @Args('input', { description: 'Proof that the owner asks.' }) input: CloseAccountInput,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<CloseAccountPayload> {
    const proof = await this.proofs.ofOwner(actor, parseInput(closeAccount, input).proof);
    const { accountId } = await this.actions.run(actor, 'closeAccount', {}, () =>
      this.service.close(actor, proof),
    );
    this.answer.signedOut(context);
    return { closedAccountId: accountId };
  }

  private async viewerAfter(change: Promise<AccountAnswer>): Promise<ViewerPayload> {
    const { accountId } = await change;
    return { viewer: await this.reader.viewer(accountId) };
  }
}
