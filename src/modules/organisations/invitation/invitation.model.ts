import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { InvitationState } from '../../../generated/prisma/enums.js';
import { ContactKindEnum } from '../../identity/index.js';
import { MemberRole } from '../organisation/organisation.enums.js';

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What became of an invitation.',
  valuesMap: {
    PENDING: { description: 'Waits for an answer.' },
    ACCEPTED: { description: 'Accepted; the invited person is a member.' },
    DECLINED: { description: 'Declined.' },
    REVOKED: { description: 'Taken back by the organisation.' },
    EXPIRED: { description: 'Not answered within fourteen days.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description:
    'An offer of membership. Seen by the administrators of the organisation and by the invited person.',
})
export class OrganisationInvitation extends Node {
  @Field(() => MemberRole, { description: 'Role the person is to have.' })
  role!: MemberRole;

  @Field(() => ContactKindEnum, { description: 'By what the person was invited.' })
  contactKind!: keyof typeof ContactKindEnum;

  @Field(() => String, { description: 'The contact, masked.' })
  contactMasked!: string;

  @Field(() => InvitationState, { description: 'What became of it.' })
  state!: InvitationState;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'First instant at which it can no longer be answered.',
  })
  expiresAt!: Date;

  organisationId!: string;

  invitedBy!: string;
}

@ObjectType({ description: 'A page of invitations.' })
export class OrganisationInvitationConnection extends ConnectionOf(OrganisationInvitation) {}
