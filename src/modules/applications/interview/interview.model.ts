import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { InterviewMode, InterviewState } from '../../../generated/prisma/enums.js';
import { ApplicationParty } from '../application/application.enums.js';

export { InterviewMode, InterviewState };

registerEnumType(InterviewState, {
  name: 'InterviewState',
  description: 'What became of an interview.',
  valuesMap: {
    PROPOSED: { description: 'Waits for the other side.' },
    CONFIRMED: { description: 'Agreed by both.' },
    DECLINED: { description: 'Declined by the other side.' },
    CANCELLED: { description: 'Cancelled.' },
    HELD: { description: 'It took place.' },
    NO_SHOW: { description: 'One side did not come.' },
  },
});

registerEnumType(InterviewMode, {
  name: 'InterviewMode',
  description: 'How an interview is held.',
  valuesMap: {
    ON_SITE: { description: 'At a place.' },
    VIDEO: { description: 'By video.' },
    PHONE: { description: 'By telephone.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'An interview (面试).' })
export class Interview extends Node {
  @Field(() => InterviewState, { description: 'What became of it.' })
  state!: InterviewState;

  @Field(() => InterviewMode, { description: 'How it is held.' })
  mode!: InterviewMode;

  @Field(() => String, { nullable: true, description: 'Place or address of the meeting.' })
  place!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => ApplicationParty, { description: 'Who proposed this time.' })
  proposedBy!: ApplicationParty;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled or declined.' })
  cancelReason!: string | null;

  @Field(() => ApplicationParty, { nullable: true, description: 'Who did not come.' })
  noShowParty!: ApplicationParty | null;

  @Field(() => Int, { description: 'Rises with each move: SEQUENCE of the calendar entry.' })
  sequence!: number;

  applicationId!: string;

  accountId!: string;
}
