import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateScalar, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import type { ProfileSnapshot } from '../../profiles/index.js';
import { ApplicationCloseReason, ApplicationParty, ApplicationState } from './application.enums.js';

@ObjectType({ description: 'A skill the applicant named.' })
export class ApplicantSkill {
  @Field(() => String, { description: 'Name of the skill.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'How well; null when not said.' })
  proficiency!: string | null;
}

@ObjectType({ description: 'Education the applicant named.' })
export class ApplicantEducation {
  @Field(() => String, { nullable: true, description: 'School or college.' })
  institution!: string | null;

  @Field(() => String, { nullable: true, description: 'Level of education.' })
  level!: string | null;

  @Field(() => String, { nullable: true, description: 'Major.' })
  major!: string | null;
}

@ObjectType({ description: 'Experience the applicant named.' })
export class ApplicantExperience {
  @Field(() => String, { description: 'Employer.' })
  employerName!: string;

  @Field(() => String, { description: 'Position.' })
  position!: string;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  description!: string | null;
}

@ObjectType({
  description:
    'The profile as it was when the applicant applied. Requires: being the applicant, or APPLICATION_READ while the consent stands.',
})
export class ApplicantSnapshot {
  @Field(() => String, { nullable: true, description: 'Name.' })
  fullName!: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Headline.' })
  headline!: string | null;

  @Field(() => String, { nullable: true, description: 'Summary.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Highest education.' })
  educationLevel!: string | null;

  @Field(() => Int, { nullable: true, description: 'Years of experience.' })
  experienceYears!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of availability.' })
  availableFrom!: string | null;

  @Field(() => [ApplicantSkill], { description: 'Skills, at most 50.' })
  skills!: ApplicantSkill[];

  @Field(() => [ApplicantEducation], { description: 'Education, at most 20.' })
  educations!: ApplicantEducation[];

  @Field(() => [ApplicantExperience], { description: 'Experience, at most 30.' })
  experiences!: ApplicantExperience[];

  @Field(() => DateTimeScalar, { description: 'When it was taken.' })
  takenAt!: Date;
}

@ObjectType({ description: 'A step in the life of an application.' })
export class ApplicationHistoryEntry {
  @Field(() => String, { description: 'Name of the step.' })
  transition!: string;

  @Field(() => ApplicationState, {
    nullable: true,
    description: 'State before; null at the start.',
  })
  fromState!: ApplicationState | null;

  @Field(() => ApplicationState, { description: 'State after.' })
  toState!: ApplicationState;

  @Field(() => ApplicationParty, { description: 'Who did it.' })
  byParty!: ApplicationParty;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'What the viewer may do with an application now.' })
export class ApplicationViewerCan {
  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Put it on the shortlist.' })
  shortlist!: boolean;

  @Field(() => Boolean, { description: 'Propose an interview.' })
  interview!: boolean;

  @Field(() => Boolean, { description: 'Make an offer.' })
  offer!: boolean;

  @Field(() => Boolean, { description: 'Close it with a reason.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Answer the offer.' })
  answerOffer!: boolean;

  @Field(() => Boolean, { description: 'Record the beginning of work.' })
  onboard!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'An application (求职申请) of one person to one posting.',
})
export class Application extends Node {
  @Field(() => ApplicationState, { description: 'Where it stands.' })
  state!: ApplicationState;

  @Field(() => ApplicationCloseReason, { nullable: true, description: 'Why it is over.' })
  closeReason!: ApplicationCloseReason | null;

  @Field(() => ApplicationParty, { nullable: true, description: 'Who ended it.' })
  closedBy!: ApplicationParty | null;

  @Field(() => String, { nullable: true, description: 'A word to the applicant at the end.' })
  closeMessage!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when the next answer is owed.' })
  answerDueAt!: Date | null;

  @Field(() => ApplicationParty, { nullable: true, description: 'Who owes it.' })
  answerDueBy!: ApplicationParty | null;

  @Field(() => String, { nullable: true, description: 'What the applicant wrote to the employer.' })
  coverNote!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  closedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day at work.' })
  onboardedOn!: string | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  jobPostingId!: string;

  profileId!: string;

  accountId!: string;

  organisationId!: string;

  consentWithdrawnAt!: Date | null;

  snapshot!: ProfileSnapshot | null;
}

@ObjectType({ description: 'A page of applications.' })
export class ApplicationConnection extends ConnectionOf(Application) {}
