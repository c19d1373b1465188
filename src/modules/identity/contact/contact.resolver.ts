import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ViewerPayload } from '../account/account.payloads.js';
import { AccountReader } from '../account/account.reader.js';
import { code } from '../one-time-code/one-time-code.rules.js';
import { proof, ProofInput } from '../proof/proof.inputs.js';
import { ProofService } from '../proof/proof.service.js';
import { contact } from './contact.inputs.js';
import { ContactService } from './contact.service.js';

@InputType({ description: 'A phone number or mail address in place of the one before.' })
export class ChangeContactInput {
  @Field(() => String, { description: 'The new mobile number or mail address.' })
  contact!: string;

  @Field(() => String, { description: 'Six digits sent to it by `requestContactCode`.' })
  code!: string;

  @Field(() => ProofInput, { description: 'Shows that the owner of the account asks.' })
  proof!: ProofInput;
}

const changeContact = z.object({ contact: contact(), code: code(), proof });

@Resolver()
export class ContactResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly proofs: ProofService,
    private readonly contacts: ContactService,
    private readonly accounts: AccountReader,
  ) {}

  @Mutation(() => ViewerPayload, {
    description:
      'Changes the phone number or mail address one signs in with, or adds one; the old one is told. Requires: being signed in.',
  })
  @Authenticated()
  async changeContact(
    @Args('input', { description: 'Contact, its code and proof.' }) input: ChangeContactInput,
    @CurrentActor() actor: Actor,
  ): Promise<ViewerPayload> {
    const { contact, code, proof: given } = parseInput(changeContact, input);
    const proof = await this.proofs.ofOwner(actor, given);
    const codeId = await this.proofs.tryContactCode('CHANGE_CONTACT', contact, code);
    const { accountId } = await this.actions.run(actor, 'changeContact', {}, () =>
      this.contacts.change({ contact, codeId, proof }),
    );
    return { viewer: await this.accounts.viewer(accountId) };
  }
}
