import { Field, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { contact } from '../contact/contact.inputs.js';
import { code } from '../one-time-code/one-time-code.rules.js';
import { proof, ProofInput } from '../proof/proof.inputs.js';
import { newPassword } from './password.rules.js';

const NEW_PASSWORD = { description: '8 to 128 characters, not a common password.' };

@InputType({ description: 'Sets a forgotten password anew.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'Phone number or mail address of the account.' })
  contact!: string;

  @Field(() => String, {
    description: 'Six digits sent by `requestOneTimeCode` with purpose RESET_PASSWORD.',
  })
  code!: string;

  @Field(() => String, NEW_PASSWORD)
  newPassword!: string;
}

@InputType({ description: 'Changes the own password, or sets the first one.' })
export class ChangePasswordInput {
  @Field(() => ProofInput, { description: 'The present password, or a code without one.' })
  proof!: ProofInput;

  @Field(() => String, NEW_PASSWORD)
  newPassword!: string;
}

export const resetPassword = z.object({
  contact: contact(),
  code: code(),
  newPassword: newPassword(),
});
export const changePassword = z.object({ proof, newPassword: newPassword() });
