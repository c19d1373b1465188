import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { MemberRole } from '../organisation/organisation.enums.js';

@ObjectType({
  implements: () => [Node],
  description: 'A person’s place in an organisation. Seen by its members and the bureau in charge.',
})
export class OrganisationMember extends Node {
  @Field(() => MemberRole, { description: 'What the person may do for the organisation.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'Since when the person belongs to it.' })
  joinedAt!: Date;

  organisationId!: string;

  accountId!: string;
}

@ObjectType({ description: 'A page of members.' })
export class OrganisationMemberConnection extends ConnectionOf(OrganisationMember) {}
