import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';

@ObjectType({ description: 'Answer of `resetPassword` and `changePassword`.' })
export class PasswordPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when the new password is in force; null when refused.',
  })
  isChanged?: boolean | null;
}
