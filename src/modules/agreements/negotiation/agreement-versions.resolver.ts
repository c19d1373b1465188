import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import { AgreementClause, AgreementVersion } from './agreement-version.model.js';
import { compare } from './version-comparison.js';
import { AgreementComparison } from './version-comparison.model.js';
import { VersionTextReader } from './version-text.reader.js';
import { AgreementVersionLoader, VersionClauseLoader } from './version.loader.js';

/**
 * What an agreement said before. Drafts that were given up before it was shared are its drafter's alone: the others
 * never saw them.
 */
@Resolver(() => Agreement)
export class AgreementVersionsResolver {
  constructor(
    private readonly versionList: AgreementVersionLoader,
    private readonly texts: VersionTextReader,
  ) {}

  @ResolveField(() => [AgreementVersion], {
    description:
      'Versions of its text, newest first, at most 100; those from before it was shared are its drafter’s alone.',
  })
  async versions(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
  ): Promise<AgreementVersion[]> {
    const versions = await this.versionList.load(agreement.id);
    const drafts = partiesWith(actor, AGREEMENT_READ, agreement).includes(agreement.drafterId);
    return drafts ? versions : versions.filter(({ isPrivate }) => !isPrivate);
  }

  @ResolveField(() => AgreementComparison, {
    nullable: true,
    description: 'What one version changed of another; null where one of them is not to be seen.',
  })
  async comparison(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
    @Args('from', { type: () => Int, description: 'Number of the earlier version.' }) from: number,
    @Args('to', { type: () => Int, description: 'Number of the later version.' }) to: number,
  ): Promise<AgreementComparison | null> {
    const visible = (await this.versions(actor, agreement)).map(({ number }) => number);
    if (!visible.includes(from) || !visible.includes(to)) return null;
    const found = await this.texts.textsOf(agreement.id, [from, to]);
    const [before, after] = [found.get(from), found.get(to)];
    if (!before || !after) return null;
    return { from, to, ...compare(before, after) };
  }
}

@Resolver(() => AgreementVersion)
export class AgreementVersionFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly clauseList: VersionClauseLoader,
  ) {}

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who made it; null where it is not known.',
  })
  author(@Parent() { accountId }: AgreementVersion): Promise<Account | null> {
    return accountId === null ? Promise.resolve(null) : this.accounts.load(accountId);
  }

  @ResolveField(() => [AgreementClause], { description: 'What it says, at most 100 clauses.' })
  clauses(@Parent() { agreementId, number }: AgreementVersion): Promise<AgreementClause[]> {
    return this.clauseList.load(`${agreementId}/${number}`);
  }
}
