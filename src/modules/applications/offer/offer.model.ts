import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, Money, Node } from '../../../core/graphql/index.js';
import { OfferState } from '../../../generated/prisma/enums.js';
import { EngagementType, PayPeriod } from '../../job-postings/index.js';

export { OfferState };

registerEnumType(OfferState, {
  name: 'OfferState',
  description: 'What became of an offer.',
  valuesMap: {
    OPEN: { description: 'Waits for the answer.' },
    ACCEPTED: { description: 'Accepted; a seat is taken.' },
    DECLINED: { description: 'Declined.' },
    LAPSED: { description: 'Not answered in time.' },
    WITHDRAWN: { description: 'Withdrawn by the employer, or the seats ran out.' },
    RENEGED: { description: 'Accepted and then not kept.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'An offer (录用通知) with its terms as offered.',
})
export class Offer extends Node {
  @Field(() => OfferState, { description: 'What became of it.' })
  state!: OfferState;

  @Field(() => Money, { description: 'Lowest pay.' })
  payMin!: Money;

  @Field(() => Money, { description: 'Highest pay.' })
  payMax!: Money;

  @Field(() => PayPeriod, { description: 'What the pay is counted by.' })
  payPeriod!: PayPeriod;

  @Field(() => EngagementType, { description: 'Kind of engagement.' })
  engagementType!: EngagementType;

  @Field(() => String, { description: 'Where the work is.' })
  workplace!: string;

  @Field(() => DateScalar, { description: 'First day at work.' })
  startOn!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be answered.' })
  answerDueAt!: Date;

  @Field(() => String, { nullable: true, description: 'A word to the applicant.' })
  message!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  applicationId!: string;
}
