import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { OrganisationVerification } from './verification.model.js';

@ObjectType({ description: 'A verification after a change.' })
export class VerificationPayload extends Payload {
  @Field(() => OrganisationVerification, {
    nullable: true,
    description: 'The verification; null when refused.',
  })
  verification?: OrganisationVerification | null;
}
