import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { JobFair } from '../job-fair/job-fair.model.js';
import { JobFairPlaceState, JobFairWithdrawalCause } from './place.enums.js';

@ObjectType({ description: 'What the viewer may do for the organisation now.' })
export class JobFairPlaceViewerCan {
  @Field(() => Boolean, { description: 'Register it, or change which postings it brings.' })
  register!: boolean;

  @Field(() => Boolean, { description: 'Decline its invitation.' })
  decline!: boolean;

  @Field(() => Boolean, { description: 'Withdraw its registration.' })
  leave!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'An organisation at a fair (参展单位): its invitation and its registration.',
})
export class JobFairPlace extends Node {
  jobFairId!: string;
  organisationId!: string;
  agreementId!: string | null;
  isRegistrationOpen!: boolean;
  /** Whether the viewer knows more than that it comes. */
  isConcern!: boolean;

  @Field(() => JobFairPlaceState, { description: 'Where it stands.' })
  state!: JobFairPlaceState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was invited; null where all may come, and for whom it does not concern.',
  })
  invitedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last registered, declined or left; null before.',
  })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it declined or left; else null.' })
  reason!: string | null;

  @Field(() => JobFairWithdrawalCause, {
    nullable: true,
    description: 'Why its invitation was withdrawn; else null.',
  })
  withdrawnCause!: JobFairWithdrawalCause | null;
}

@ObjectType({ description: 'A page of organisations at a fair.' })
export class JobFairPlaceConnection extends ConnectionOf(JobFairPlace) {}

@ObjectType({ description: 'An organisation at a fair after an action.' })
export class JobFairPlacePayload extends Payload {
  @Field(() => JobFairPlace, {
    nullable: true,
    description: 'The organisation at the fair as it is now; null when refused.',
  })
  place?: JobFairPlace | null;

  @Field(() => JobFair, { nullable: true, description: 'The fair; null when refused.' })
  jobFair?: JobFair | null;
}
