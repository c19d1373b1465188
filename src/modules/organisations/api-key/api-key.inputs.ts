import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => ID, {
    description:
      'Key of this request: repeated with it, the same answer comes back, without the token.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What to call it, up to 60 characters.' })
  name!: string;

  @Field(() => [String], {
    description:
      'Names of the permissions it is to have, 1 to 50; see `Organisation.delegablePermissions`.',
  })
  scopes!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it works, within a year; a year from today when left out.',
  })
  expiresOn?: string | null;
}

@InputType({ description: 'An API key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId!: string;
}

export const keySchema = z.object({
  organisationId: recordId(),
  name: text({ max: 60 }),
  scopes: z.array(z.string()).min(1).max(50),
  expiresOn: z.string().nullish(),
});
export const keyRevocationSchema = z.object({ apiKeyId: recordId() });
