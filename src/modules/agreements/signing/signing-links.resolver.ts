import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import {
  IssueAgreementSigningLinkInput,
  RevokeAgreementSigningLinkInput,
} from './signing.inputs.js';
import { SigningInvitationService } from './signing-invitation.service.js';
import { AgreementSigningInvitation, AgreementSigningLinkPayload } from './signing-link.model.js';
import { SigningLinkService } from './signing-link.service.js';

@Resolver()
export class SigningLinksResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly links: SigningLinkService,
    private readonly invitations: SigningInvitationService,
  ) {}

  @Authenticated()
  @Query(() => AgreementSigningInvitation, {
    nullable: true,
    description:
      'What a link leads to; null for one that was never made. Looking changes nothing. Requires: being signed in.',
  })
  agreementSigningInvitation(
    @Args('token', { type: () => String, description: 'Last part of the link.' }) token: string,
  ): Promise<AgreementSigningInvitation | null> {
    return this.invitations.find(token);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementSigningLinkPayload, {
    description:
      'Makes a link to a turn, to be sent to whose turn it is. Requires: AGREEMENT_DRAFT.',
  })
  async issueAgreementSigningLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which turn and for how long.' })
    input: IssueAgreementSigningLinkInput,
  ): Promise<AgreementSigningLinkPayload> {
    // Kept out of the stored answer: a repeated request gets the link without its address.
    let url: string | null = null;
    const id = await this.actions.run(actor, 'issueAgreementSigningLink', input, async () => {
      const issued = await this.links.issue(actor, input);
      url = issued.url;
      return issued.id;
    });
    return { signingLink: await this.invitations.linkOf(id), url };
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementSigningLinkPayload, {
    description: 'Takes a link back. Requires: AGREEMENT_DRAFT.',
  })
  async revokeAgreementSigningLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which link.' }) input: RevokeAgreementSigningLinkInput,
  ): Promise<AgreementSigningLinkPayload> {
    const id = await this.actions.run(actor, 'revokeAgreementSigningLink', input, () =>
      this.links.revoke(actor, input),
    );
    return { signingLink: await this.invitations.linkOf(id) };
  }
}
