import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { FileStore } from '../../../core/storage/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { AgreementDelegation } from './delegation.model.js';
import { AgreementPaperCopy, AgreementPaperProgress } from './paper-copy.model.js';
import { AgreementSignatory } from './signatory.model.js';
import {
  SignatoryDelegationLoader,
  SignatoryLinkLoader,
  SignatoryPaperLoader,
} from './signatory.loader.js';
import { AgreementSigningLink } from './signing-link.model.js';

/** What belongs to the turn of a signatory; whoever sees the agreement sees it, and nobody by a link alone. */
@Resolver(() => AgreementSignatory)
export class SignatoryFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly linkList: SignatoryLinkLoader,
    private readonly delegationList: SignatoryDelegationLoader,
    private readonly paperList: SignatoryPaperLoader,
  ) {}

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who is named for it or took it; null while it is anybody’s of the party.',
  })
  account(@Parent() { accountId, isByLink }: AgreementSignatory): Promise<Account | null> {
    return accountId === null || isByLink === true
      ? Promise.resolve(null)
      : this.accounts.load(accountId);
  }

  @ResolveField(() => [AgreementSigningLink], {
    description: 'Links that were made for it, the latest first, at most 100.',
  })
  async links(@Parent() { id, isByLink }: AgreementSignatory): Promise<AgreementSigningLink[]> {
    if (isByLink === true) return [];
    return this.linkList.load(id).then((links) => links.slice(0, 100));
  }

  @ResolveField(() => [AgreementDelegation], {
    description: 'Powers of attorney given for it, the latest first, at most 100.',
  })
  async delegations(
    @Parent() { id, isByLink }: AgreementSignatory,
  ): Promise<AgreementDelegation[]> {
    if (isByLink === true) return [];
    return this.delegationList.load(id).then((delegations) => delegations.slice(0, 100));
  }

  @ResolveField(() => [AgreementPaperCopy], {
    description: 'Scans of signed papers, the latest first, at most 100.',
  })
  async papers(@Parent() { id, isByLink }: AgreementSignatory): Promise<AgreementPaperCopy[]> {
    if (isByLink === true) return [];
    return this.paperList.load(id).then((papers) => papers.slice(0, 100));
  }
}

@Resolver(() => AgreementPaperCopy)
export class PaperCopyFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly files: FileStore,
  ) {}

  @ResolveField(() => String, {
    description: 'Where the scan can be downloaded, for five minutes.',
  })
  downloadUrl(@Parent() { fileId }: AgreementPaperCopy): string {
    return this.files.signedDownloadUrl(fileId);
  }

  @ResolveField(() => AgreementPaperProgress, { description: 'How far its checks are.' })
  checks(@Parent() { checkedBy }: AgreementPaperCopy): AgreementPaperProgress {
    return { done: checkedBy.length, needed: 2 };
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer uploaded or checked it; then others are to check it.',
  })
  isViewersWork(
    @CurrentActor() { accountId }: Actor,
    @Parent() { uploadedBy, checkedBy }: AgreementPaperCopy,
  ): boolean {
    return accountId !== null && [uploadedBy, ...checkedBy].includes(accountId);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who uploaded it.' })
  uploader(@Parent() { uploadedBy }: AgreementPaperCopy): Promise<Account | null> {
    return this.accounts.load(uploadedBy);
  }
}

@Resolver(() => AgreementDelegation)
export class DelegationFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly files: FileStore,
  ) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who may sign by it.' })
  delegate(@Parent() { delegateId }: AgreementDelegation): Promise<Account | null> {
    return this.accounts.load(delegateId);
  }

  @ResolveField(() => String, {
    description: 'Where the power can be downloaded, for five minutes.',
  })
  downloadUrl(@Parent() { fileId }: AgreementDelegation): string {
    return this.files.signedDownloadUrl(fileId);
  }
}
