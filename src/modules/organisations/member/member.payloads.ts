import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { OrganisationMember } from './member.model.js';

@ObjectType({ description: 'A member whose role was changed.' })
export class MemberPayload extends Payload {
  @Field(() => OrganisationMember, {
    nullable: true,
    description: 'The member; null when refused.',
  })
  member?: OrganisationMember | null;
}

@ObjectType({ description: 'A membership that has ended.' })
export class EndMembershipPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'The organisation the membership was in; null when refused.',
  })
  organisationId?: string | null;
}
