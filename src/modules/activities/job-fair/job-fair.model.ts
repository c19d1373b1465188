import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { JobFairAdmission, JobFairState, type JobFairStage } from './job-fair.enums.js';

@ObjectType({ description: 'What the viewer may do with a fair now.' })
export class JobFairViewerCan {
  @Field(() => Boolean, { description: 'Change it.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Publish it.' })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'See who is invited and what each answered.' })
  seeInvitations!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'A job fair (招聘会) to which organisations bring their postings.',
})
export class JobFair extends Node {
  organiserId!: string;
  regionId!: string;
  stage!: JobFairStage;
  isOverseen!: boolean;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'What it is about; may be empty.' })
  description!: string;

  @Field(() => String, { description: 'Where in its region it is held.' })
  address!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when organisations register and leave.' })
  registrationClosesAt!: Date;

  @Field(() => JobFairAdmission, { description: 'Which organisations may take part.' })
  admission!: JobFairAdmission;

  @Field(() => Int, {
    nullable: true,
    description: 'How many organisations can take part; null when as many as come.',
  })
  seatLimit!: number | null;

  @Field(() => Int, { description: 'How many organisations are registered now.' })
  seatsTaken!: number;

  @Field(() => JobFairState, { description: 'Where it stands at this moment.' })
  state!: JobFairState;

  @Field(() => Boolean, { description: 'Whether organisations may register and answer now.' })
  isRegistrationOpen!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; else null.' })
  cancelReason!: string | null;

  @Field(() => Int, { description: 'Rises with each change of the fair itself.' })
  version!: number;
}

@ObjectType({ description: 'A page of job fairs.' })
export class JobFairConnection extends ConnectionOf(JobFair) {}

@ObjectType({ description: 'A job fair after an action.' })
export class JobFairPayload extends Payload {
  @Field(() => JobFair, {
    nullable: true,
    description: 'The fair as it is now; null when refused.',
  })
  jobFair?: JobFair | null;
}
