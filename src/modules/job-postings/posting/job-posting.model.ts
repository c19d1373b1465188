import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  ConnectionOf,
  DateScalar,
  DateTimeScalar,
  Money,
  Node,
} from '../../../core/graphql/index.js';
import {
  EngagementType,
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
  PayPeriod,
} from './job-posting.enums.js';

@ObjectType({ description: 'Basic pay of a posting, as far as it is stated.' })
export class PayRange {
  @Field(() => Money, { nullable: true, description: 'Lowest pay; null when not stated.' })
  min!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Highest pay; null when not stated.' })
  max!: Money | null;

  @Field(() => PayPeriod, {
    nullable: true,
    description: 'What the amounts are counted by; null when not stated.',
  })
  period!: PayPeriod | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Monthly salaries a year; null when not stated.',
  })
  months!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pay in the words of the source it came from; null for own postings.',
  })
  text!: string | null;
}

@ObjectType({ description: 'Where a posting was taken over from.' })
export class PostingSource {
  @Field(() => String, { description: 'Name of the source.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Address there; null when unknown.' })
  url!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the source published it; null when it does not say.',
  })
  postedAt!: Date | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A job posting. Open ones are seen by everyone in their audience; others by their organisation and, from submission on, by the bureau in charge.',
})
export class JobPosting extends Node {
  @Field(() => JobPostingPublication, { description: 'Own or taken over from a source.' })
  publication!: JobPostingPublication;

  @Field(() => JobPostingState, { description: 'How far it has come.' })
  state!: JobPostingState;

  @Field(() => JobPostingCloseCause, {
    nullable: true,
    description: 'Why it closed; null while it has not.',
  })
  closeCause!: JobPostingCloseCause | null;

  @Field(() => String, { description: 'Title of the work.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the employer; null when the source names none.',
  })
  employerName!: string | null;

  @Field(() => EngagementType, {
    nullable: true,
    description: 'Kind of engagement; null while missing.',
  })
  engagementType!: EngagementType | null;

  @Field(() => Int, { nullable: true, description: 'How many are wanted; null while missing.' })
  headcount!: number | null;

  @Field(() => Int, { description: 'How many offers have been accepted.' })
  filledCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Seats still free; null while the headcount is missing.',
  })
  freeSeats!: number | null;

  @Field(() => String, { nullable: true, description: 'What is to be done; null while missing.' })
  duties!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What applicants have to bring, in words; null while missing.',
  })
  conditions!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shifts, dormitory, hazards and the like; null while missing.',
  })
  workConditions!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the place of work; null when not given.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Place in the words of the source it came from; null for own postings.',
  })
  placeText!: string | null;

  @Field(() => PayRange, { nullable: true, description: 'Basic pay; null while missing.' })
  pay!: PayRange | null;

  @Field(() => [String], { description: 'Benefits, at most 30.' })
  benefits!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest years of experience; null when not said.',
  })
  experienceYearsMin!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is valid; null while missing.',
  })
  validThrough!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the work begins (到岗时间); null when it is agreed later.',
  })
  startsOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was first published; null before.',
  })
  publishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is to be published; null for at once after its approval.',
  })
  publishAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closed; null before.' })
  closedAt!: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which a paused posting resumes; null when it is not paused or not set.',
  })
  pausedUntil!: string | null;

  @Field(() => PostingSource, {
    nullable: true,
    description: 'Where it was taken over from; null for postings written here.',
  })
  source!: PostingSource | null;

  @Field(() => Boolean, { description: 'Whether every element the law wants is there.' })
  isComplete!: boolean;

  @Field(() => [String], { description: 'Elements that are missing, at most 10.' })
  missingElements!: readonly string[];

  @Field(() => Int, {
    description: 'Counts the changes, to notice that someone else changed it meanwhile.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: Date;

  organisationId!: string | null;
  occupationCode!: string | null;
  industryCode!: string | null;
  regionId!: string | null;
  educationLevelCode!: string | null;
  skillLevelCode!: string | null;
  fingerprint!: string;
  /** Region that decides which bureau is in charge, with all regions above it; empty when no region is known. */
  chargeRegionIds!: readonly string[];
}

@ObjectType({ description: 'A page of job postings.' })
export class JobPostingConnection extends ConnectionOf(JobPosting) {}
