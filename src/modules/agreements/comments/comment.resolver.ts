import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { positionsOf } from '../agreement/agreement.policy.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementCommentInput, CommentOnAgreementClauseInput } from './comment.inputs.js';
import { AgreementComment, AgreementCommentReply } from './comment.model.js';
import { CommentLoader } from './comment.reader.js';
import { CommentService } from './comment.service.js';

@Resolver()
export class CommentResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: CommentService,
    private readonly reader: AgreementReader,
  ) {}

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description:
      'Says something about a clause for a party, until all have signed. Requires: being signed in.',
  })
  async commentOnAgreementClause(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which clause, and what is said.' })
    input: CommentOnAgreementClauseInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'commentOnAgreementClause', input, () =>
      this.service.comment(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description: 'Marks a comment as resolved. Requires: being signed in.',
  })
  async resolveAgreementComment(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which comment.' }) input: AgreementCommentInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'resolveAgreementComment', input, () =>
      this.service.resolve(actor, input),
    );
    return this.payload(actor, id);
  }

  @Authenticated()
  @Mutation(() => AgreementPayload, {
    description: 'Takes a resolved comment up again. Requires: being signed in.',
  })
  async reopenAgreementComment(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which comment.' }) input: AgreementCommentInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'reopenAgreementComment', input, () =>
      this.service.reopen(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}

@Resolver(() => Agreement)
export class AgreementCommentsResolver {
  constructor(private readonly commentList: CommentLoader) {}

  @ResolveField(() => [AgreementComment], {
    description:
      'What was said about its clauses, oldest first, at most 100; none for who is with no party, and what is internal for its own party only.',
  })
  async comments(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
  ): Promise<AgreementComment[]> {
    const own = positionsOf(actor, agreement);
    if (own.length === 0) return [];
    const comments = await this.commentList.load(agreement.id);
    return comments.filter(
      ({ isInternal, partyPosition }) => !isInternal || own.includes(partyPosition),
    );
  }
}

@Resolver(() => AgreementComment)
export class CommentFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who made it.' })
  author(@Parent() { accountId }: AgreementComment): Promise<Account | null> {
    return this.accounts.load(accountId);
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who resolved it; null while it is open.',
  })
  resolvedBy(@Parent() { resolvedByAccountId }: AgreementComment): Promise<Account | null> {
    return resolvedByAccountId === null
      ? Promise.resolve(null)
      : this.accounts.load(resolvedByAccountId);
  }
}

@Resolver(() => AgreementCommentReply)
export class CommentReplyResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who made it.' })
  author(@Parent() { accountId }: AgreementCommentReply): Promise<Account | null> {
    return this.accounts.load(accountId);
  }
}
