import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import { AGREEMENT_KINDS } from '../agreement-kinds.js';
import { AgreementKind, toAgreementKind } from './agreement-kind.model.js';
import type { Connection } from '../../../core/graphql/index.js';
import { AgreementPostingsService } from '../postings/agreement-postings.service.js';
import {
  AgreementReasonInput,
  AgreementsArgs,
  CreateAgreementInput,
  EditAgreementInput,
  MyAgreementsArgs,
  OpenPostingToPartnerInput,
  ProposeAgreementInput,
  ShareAgreementInput,
} from './agreement.inputs.js';
import { Agreement, AgreementConnection } from './agreement.model.js';
import { AgreementPayload } from './agreement.payloads.js';
import { AGREEMENT_DRAFT, AGREEMENT_READ } from './agreement.permissions.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementService } from './agreement.service.js';
import { AgreementNegotiationService } from '../negotiation/agreement-negotiation.service.js';
import { SigningRefusals } from '../signing/signing-refusals.service.js';
import { AgreementProposalService } from '../negotiation/agreement-proposal.service.js';

@Resolver()
export class AgreementResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: AgreementService,
    private readonly negotiation: AgreementNegotiationService,
    private readonly proposals: AgreementProposalService,
    private readonly postings: AgreementPostingsService,
    private readonly reader: AgreementReader,
    private readonly refusals: SigningRefusals,
  ) {}

  @Authenticated()
  @Query(() => Agreement, {
    nullable: true,
    description:
      'An agreement of an own organisation, where AGREEMENT_READ is held, or that concerns oneself; null when there is none. Requires: being signed in.',
  })
  agreement(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the agreement.' }) id: string,
  ): Promise<Agreement | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementConnection, {
    description: 'Agreements of own organisations, newest first. Requires: AGREEMENT_READ.',
  })
  agreements(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementsArgs,
  ): Promise<Connection<Agreement>> {
    return this.reader.list(actor, args);
  }

  @Authenticated()
  @Query(() => Agreement, {
    nullable: true,
    description:
      'An agreement one is a party of oneself, or is asked to sign; null when there is none. Requires: being signed in.',
  })
  myAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the agreement.' }) id: string,
  ): Promise<Agreement | null> {
    return this.reader.findOfPerson(actor, id);
  }

  @Authenticated()
  @Query(() => AgreementConnection, {
    description:
      'Agreements one is a party of oneself, or is asked to sign as a guardian or by a power of attorney, newest first. Requires: being signed in.',
  })
  myAgreements(
    @CurrentActor() actor: Actor,
    @Args() args: MyAgreementsArgs,
  ): Promise<Connection<Agreement>> {
    return this.reader.listOfPerson(actor, args);
  }

  @Authenticated()
  @Query(() => [AgreementKind], {
    description: 'Kinds of agreements there are, at most 20. Requires: being signed in.',
  })
  agreementKinds(): AgreementKind[] {
    return AGREEMENT_KINDS.map((kind) => toAgreementKind(kind, requestContext().locale));
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Draws up an agreement with a partner; only the own organisation sees it until it is proposed. Requires: AGREEMENT_DRAFT.',
  })
  async createAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Between whom and what it says.' }) input: CreateAgreementInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'createAgreement', input, () =>
      this.service.create(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Saves a new version of the text. Of one that was put forward it voids the signatures, and brings it back into negotiation. Requires: AGREEMENT_DRAFT.',
  })
  async editAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft and what it says now.' }) input: EditAgreementInput,
  ): Promise<AgreementPayload> {
    const { agreementId } = input;
    const id = await this.refusals.watch(actor, { agreementId }, () =>
      this.actions.run(actor, 'editAgreement', input, () => this.negotiation.edit(actor, input)),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Shows a draft to the other parties, who may change it as well from here on. Requires: AGREEMENT_DRAFT.',
  })
  async shareAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft.' }) input: ShareAgreementInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'shareAgreement', input, () =>
      this.negotiation.share(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Puts a text before the parties to be reviewed and signed; it is frozen. Requires: AGREEMENT_DRAFT.',
  })
  async proposeAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft.' }) input: ProposeAgreementInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'proposeAgreement', input, () =>
      this.proposals.propose(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Sends an agreement back to its drafter to be changed; signatures given so far are void. Requires: AGREEMENT_DRAFT.',
  })
  async returnAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement and why.' }) input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'returnAgreement', input, () =>
      this.proposals.return(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description: 'Gives an agreement up before all have signed. Requires: AGREEMENT_DRAFT.',
  })
  async cancelAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement and why.' }) input: AgreementReasonInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'cancelAgreement', input, () =>
      this.proposals.cancel(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Opens an own posting to the partner college first or alone. Requires: AGREEMENT_DRAFT.',
  })
  async openPostingToPartner(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, under which agreement and how.' })
    input: OpenPostingToPartnerInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'openPostingToPartner', input, () =>
      this.postings.open(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}
