import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';

@ObjectType({
  implements: () => [Node],
  description:
    'An employer invites a person to apply for a posting (邀请投递). Nothing is applied for; seen by the person.',
})
export class CandidateInvitation extends Node {
  @Field(() => DateTimeScalar, { description: 'When.' })
  invitedAt!: Date;

  jobPostingId!: string;
}

@ObjectType({ description: 'A page of invitations.' })
export class CandidateInvitationConnection extends ConnectionOf(CandidateInvitation) {}

@InputType({ description: 'A person to invite to apply.' })
export class InviteCandidateInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'An own posting.' })
  jobPostingId!: string;

  @Field(() => ID, { description: 'The person, as a profile id.' })
  profileId!: string;
}

@ObjectType({ description: 'The answer to an invitation.' })
export class InviteCandidatePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The person invited; null when refused.' })
  profileId?: string | null;
}
