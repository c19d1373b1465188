import { Field, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { code } from '../one-time-code/one-time-code.rules.js';
import { givenPassword } from '../password/password.rules.js';

@InputType({
  description: 'Shows that the person at the device is the owner of the account: one of both.',
})
export class ProofInput {
  @Field(() => String, { nullable: true, description: 'The password of the account.' })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A code sent by `requestConfirmationCode`, for accounts without a password.',
  })
  code?: string | null;
}

export const proof = z.object({ password: givenPassword().nullish(), code: code().nullish() });
