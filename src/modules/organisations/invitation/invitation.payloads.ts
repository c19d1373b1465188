import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Organisation } from '../organisation/organisation.model.js';
import { OrganisationInvitation } from './invitation.model.js';

@ObjectType({ description: 'What became of an invitation.' })
export class InvitationPayload extends Payload {
  @Field(() => OrganisationInvitation, {
    nullable: true,
    description: 'The invitation; null when refused.',
  })
  invitation?: OrganisationInvitation | null;
}

@ObjectType({ description: 'The answer to an invitation, counted.' })
export class AcceptInvitationPayload extends InvitationPayload {
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation one belongs to now; null when refused.',
  })
  organisation?: Organisation | null;
}
