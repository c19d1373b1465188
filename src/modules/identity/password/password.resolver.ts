import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, Public, type Actor } from '../../../core/auth/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ProofService } from '../proof/proof.service.js';
import { RefusalAudit } from '../proof/refusal-audit.service.js';
import {
  ChangePasswordInput,
  changePassword,
  ResetPasswordInput,
  resetPassword,
} from './password.inputs.js';
import { PasswordPayload } from './password.payloads.js';
import { PasswordService } from './password.service.js';

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly proofs: ProofService,
    private readonly refusals: RefusalAudit,
    private readonly passwords: PasswordService,
  ) {}

  @Mutation(() => PasswordPayload, {
    description:
      'Sets a forgotten password anew by a one-time code; every device is signed out. Requires: nothing.',
  })
  @Public()
  async resetPassword(
    @Args('input', { description: 'Code and new password.' }) input: ResetPasswordInput,
    @CurrentActor() actor: Actor,
  ): Promise<PasswordPayload> {
    const { contact, code, newPassword } = parseInput(resetPassword, input);
    return this.refusals.noting('refusePasswordReset', 'CODE', contact, async () => {
      const proof = await this.proofs.byCode('RESET_PASSWORD', contact, code);
      const hash = await this.passwords.hashFor(proof, newPassword);
      await this.actions.run(actor, 'resetPassword', {}, () => this.passwords.reset(proof, hash));
      return { isChanged: true };
    });
  }

  @Mutation(() => PasswordPayload, {
    description:
      'Changes the own password; every other device is signed out. Requires: being signed in.',
  })
  @Authenticated()
  async changePassword(
    @Args('input', { description: 'Proof and new password.' }) input: ChangePasswordInput,
    @CurrentActor() actor: Actor,
  ): Promise<PasswordPayload> {
    const { proof: given, newPassword } = parseInput(changePassword, input);
    const proof = await this.proofs.ofOwner(actor, given);
    const hash = await this.passwords.hashFor(proof, newPassword);
    await this.actions.run(actor, 'changePassword', {}, () =>
      this.passwords.change(actor, proof, hash),
    );
    return { isChanged: true };
  }
}
