import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { MemberRole, OrganisationChange, OrganisationStanding } from './organisation.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'Something that happened to an organisation. Seen by its members and the bureau in charge.',
})
export class OrganisationHistoryEntry extends Node {
  @Field(() => OrganisationChange, { description: 'What happened.' })
  change!: OrganisationChange;

  @Field(() => OrganisationStanding, {
    nullable: true,
    description: 'Standing before; null when it did not change.',
  })
  fromStanding!: OrganisationStanding | null;

  @Field(() => OrganisationStanding, {
    nullable: true,
    description: 'Standing after; null when it did not change.',
  })
  toStanding!: OrganisationStanding | null;

  @Field(() => String, { nullable: true, description: 'Why, as a code; null when there is none.' })
  reasonCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in words; null when nothing was said.',
  })
  reasonText!: string | null;

  @Field(() => [String], { description: 'Particulars that were edited.' })
  changedFields!: string[];

  @Field(() => MemberRole, {
    nullable: true,
    description: 'Role before; null when it is not about a role.',
  })
  fromRole!: MemberRole | null;

  @Field(() => MemberRole, {
    nullable: true,
    description: 'Role after; null when it is not about a role.',
  })
  toRole!: MemberRole | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  organisationId!: string;

  subjectAccountId!: string | null;

  accountId!: string | null;
}

@ObjectType({ description: 'A page of an organisation’s history.' })
export class OrganisationHistoryEntryConnection extends ConnectionOf(OrganisationHistoryEntry) {}
