import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementComparison } from '../negotiation/version-comparison.model.js';
import { VersionTextReader } from '../negotiation/version-text.reader.js';
import { compare } from '../negotiation/version-comparison.js';
import { DraftAgreementAmendmentInput } from './amendment.inputs.js';
import { AmendmentService } from './amendment.service.js';
import { SuccessionLoader } from './succession.loader.js';

/** What an agreement replaces, and what goes on with it or replaces it. */
@Resolver(() => Agreement)
export class AmendmentResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: AmendmentService,
    private readonly reader: AgreementReader,
    private readonly texts: VersionTextReader,
    private readonly successions: SuccessionLoader,
  ) {}

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Draws up a draft that replaces what all have signed, on its first day, once all have signed it: the same parties and clauses, the rest of the term. Requires: AGREEMENT_DRAFT.',
  })
  async draftAgreementAmendment(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which agreement.' }) input: DraftAgreementAmendmentInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'draftAgreementAmendment', input, () =>
      this.service.draft(actor, input),
    );
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'The agreement it amends; null where it amends none.',
  })
  async amends(@Parent() { id }: Agreement): Promise<Agreement | null> {
    return (await this.successions.load(id))?.amends ?? null;
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'Its amendment that was not given up; null while there is none to be seen.',
  })
  async amendment(@Parent() { id }: Agreement): Promise<Agreement | null> {
    return (await this.successions.load(id))?.amendment ?? null;
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'Its renewal that was not given up; null while there is none to be seen.',
  })
  async renewal(@Parent() { id }: Agreement): Promise<Agreement | null> {
    return (await this.successions.load(id))?.renewal ?? null;
  }

  @ResolveField(() => AgreementComparison, {
    nullable: true,
    description: 'What it changes of the agreement it amends; null where it amends none.',
  })
  async amendedFrom(@Parent() agreement: Agreement): Promise<AgreementComparison | null> {
    const amended = await this.amends(agreement);
    if (!amended) return null;
    const [before, after] = await Promise.all(
      [amended, agreement].map(({ id, versionNumber }) => this.texts.textOf(id, versionNumber)),
    );
    if (!before || !after) return null;
    return { from: amended.versionNumber, to: agreement.versionNumber, ...compare(before, after) };
  }
}
