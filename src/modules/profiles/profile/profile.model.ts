import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ConnectionOf,
  DateScalar,
  DateTimeScalar,
  Money,
  Node,
} from '../../../core/graphql/index.js';
import { EngagementType, PayPeriod } from '../../reference-data/index.js';
import { ProfileStep, ProfileVisibility, SkillProficiency } from './profile.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A job seeker. Seen by the person and, where the person allows it, by officers of verified enterprises.',
})
export class JobSeekerProfile extends Node {
  @Field(() => Int, {
    nullable: true,
    description: 'Years of work, from the entries; null when unknown.',
  })
  experienceYears!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day from which the person can start; null when not said.',
  })
  availableFrom!: string | null;

  @Field(() => Boolean, { description: 'Whether the person is looking for work now.' })
  isActive!: boolean;

  @Field(() => Boolean, {
    description: 'Whether employers who find the person may invite it to apply.',
  })
  takesInvitations!: boolean;

  @Field(() => DateTimeScalar, { description: 'When anything in it last changed.' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Counts the changes; give it back when editing.' })
  version!: number;

  /** Guarded or resolved elsewhere: see `ProfileFieldsResolver`. */
  accountId!: string | null;
  rawFullName!: string | null;
  rawHeadline!: string | null;
  rawSummary!: string | null;
  homeRegionId!: string | null;
  educationLevelCode!: string | null;
  educationRank!: number | null;
  majorCode!: string | null;
  storedVisibility!: ProfileVisibility;
}

@ObjectType({ description: 'A page of job seekers.' })
export class JobSeekerProfileConnection extends ConnectionOf(JobSeekerProfile) {}

@ObjectType({ description: 'An education of a job seeker.' })
export class ProfileEducation {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'School or college; null where a source named none.',
  })
  institution!: string | null;

  @Field(() => String, { nullable: true, description: 'Major as the person wrote it.' })
  majorName!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when not said.' })
  startedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, which may lie ahead; null when not said.',
  })
  endedOn!: string | null;

  collegeId!: string | null;
  educationLevelCode!: string | null;
  majorCode!: string | null;
}

@ObjectType({ description: 'Work a job seeker has done.' })
export class ProfileExperience {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Employer.' })
  employerName!: string;

  @Field(() => String, { description: 'What the person was there.' })
  position!: string;

  @Field(() => String, { nullable: true, description: 'What the person did.' })
  description!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when not said.' })
  startedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  endedOn!: string | null;

  occupationCode!: string | null;
}

@ObjectType({ description: 'A skill of a job seeker.' })
export class ProfileSkill {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the skill.' })
  name!: string;

  @Field(() => SkillProficiency, {
    nullable: true,
    description: 'How well the person masters it; null when not said.',
  })
  proficiency!: SkillProficiency | null;
}

@ObjectType({ description: 'A certificate of a job seeker, as the person states it.' })
export class ProfileCertificate {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the certificate.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was issued.' })
  issuedOn!: string | null;

  occupationCode!: string | null;
  skillLevelId!: string | null;
}

@ObjectType({ description: 'Work a job seeker wants.' })
export class JobIntention {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Title of the work, in own words.' })
  title!: string | null;

  @Field(() => Money, { nullable: true, description: 'Least pay wished for.' })
  payMin!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Pay hoped for.' })
  payMax!: Money | null;

  @Field(() => PayPeriod, { description: 'What the pay is counted by.' })
  payPeriod!: PayPeriod;

  @Field(() => EngagementType, {
    nullable: true,
    description: 'Kind of engagement; null when any will do.',
  })
  engagementType!: EngagementType | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day from which it is wished for.' })
  startFrom!: string | null;

  occupationCode!: string | null;
  regionIds!: string[];
}

@ObjectType({ description: 'How much of a profile is there.' })
export class ProfileCompleteness {
  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  isComplete!: boolean;

  @Field(() => Float, { description: 'Share of the steps that are done, 0 to 1.' })
  share!: number;

  @Field(() => [ProfileStep], { description: 'Steps still to do, in the order to do them.' })
  missing!: ProfileStep[];
}
