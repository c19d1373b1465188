import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { UnifiedSocialCreditCodeScalar } from './credit-code.scalar.js';
import {
  AccountClass,
  OrganisationKind,
  OrganisationStanding,
  SizeBand,
} from './organisation.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'An organisation of the market. Public once it has been verified; before that it is seen by its members and the bureau in charge.',
})
export class Organisation extends Node {
  @Field(() => OrganisationKind, { description: 'What sort of organisation it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Registered name.' })
  name!: string;

  @Field(() => UnifiedSocialCreditCodeScalar, { description: 'Unified social credit code.' })
  unifiedSocialCreditCode!: string;

  @Field(() => AccountClass, { description: 'In which capacity it recruits; shown as a label.' })
  accountClass!: AccountClass;

  @Field(() => String, {
    nullable: true,
    description: 'Number of its HR service licence; null when it needs none.',
  })
  hrServiceLicence!: string | null;

  @Field(() => OrganisationStanding, {
    description: 'Whether it is verified now; lapses by itself when the verification ends.',
  })
  standing!: OrganisationStanding;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was last verified; null when its verification does not hold any more or never was.',
  })
  verifiedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'First instant at which the verification no longer holds; null when there is none.',
  })
  verifiedUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Postal address; null when not given.' })
  address!: string | null;

  @Field(() => SizeBand, {
    nullable: true,
    description: 'How many people work there; null when not given.',
  })
  sizeBand!: SizeBand | null;

  @Field(() => String, { nullable: true, description: 'Web address; null when not given.' })
  website!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it does, in its own words; null when not given.',
  })
  description!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest graduates it takes on in a year; null when not given.',
  })
  annualGraduateIntakeMin!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Most graduates it takes on in a year; null when not given.',
  })
  annualGraduateIntakeMax!: number | null;

  @Field(() => Int, {
    description: 'Counts the edits, to notice that someone else changed it meanwhile.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt!: Date;

  regionId!: string;

  /** Its region and all regions above: the bureaux of these are in charge. */
  regionAncestorIds!: readonly string[];

  industryCode!: string | null;

  collegeId!: string | null;
}

@ObjectType({ description: 'A page of organisations.' })
export class OrganisationConnection extends ConnectionOf(Organisation) {}

@ObjectType({ description: 'Whom to turn to at an organisation.' })
export class OrganisationContact {
  @Field(() => String, { nullable: true, description: 'Name of the person; null when not given.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone; null when not given.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address; null when not given.' })
  email!: string | null;
}

@ObjectType({ description: 'What the viewer may do with an organisation now.' })
export class OrganisationViewerCan {
  @Field(() => Boolean, { description: 'Edit its particulars.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Manage its members, invitations and API keys.' })
  manageMembers!: boolean;

  @Field(() => Boolean, { description: 'See its contact, members and history.' })
  seeInternals!: boolean;

  @Field(() => Boolean, { description: 'Suspend it.' })
  suspend!: boolean;

  @Field(() => Boolean, { description: 'Reinstate it after a suspension.' })
  reinstate!: boolean;
}
