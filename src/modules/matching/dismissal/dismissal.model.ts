import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { DismissalReason } from '../../../generated/prisma/enums.js';

registerEnumType(DismissalReason, {
  name: 'DismissalReason',
  description: 'Why a person does not want a posting, and what else is therefore not proposed.',
  valuesMap: {
    WORK: { description: 'The work: no posting of the same employer with the same title.' },
    PAY: { description: 'The pay: none of the same employer and title that pays no more.' },
    PLACE: { description: 'The place: none of the same employer and title in the same region.' },
    EMPLOYER: { description: 'The employer: no posting of the same employer.' },
    REQUIREMENTS: { description: 'What is asked for; only this posting.' },
    ALREADY_KNOWN: { description: 'Known or applied for elsewhere; only this posting.' },
    OTHER: { description: 'Something else; only this posting.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description:
    'A posting that a person does not want to be recommended (不再推荐). Seen by that person alone; it has the id of the recommendation it takes the place of.',
})
export class RecommendationDismissal extends Node {
  @Field(() => DismissalReason, { nullable: true, description: 'Why; null when not said.' })
  reason!: DismissalReason | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  dismissedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Title that the posting had then; it stays when the posting is deleted.',
  })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Employer that the posting had then; null when none was named.',
  })
  employerName!: string | null;

  jobPostingId!: string | null;
}

@ObjectType({ description: 'A page of dismissals.' })
export class RecommendationDismissalConnection extends ConnectionOf(RecommendationDismissal) {}

@InputType({ description: 'A recommendation to dismiss.' })
export class DismissRecommendationInput {
  @Field(() => ID, {
    description: 'The recommendation; one that is dismissed already takes the reason given now.',
  })
  recommendationId!: string;

  @Field(() => DismissalReason, {
    nullable: true,
    description: 'Why it is not wanted; later lists respect it.',
  })
  reason?: DismissalReason | null;
}

@InputType({ description: 'A dismissal to take back.' })
export class RestoreRecommendationInput {
  @Field(() => ID, { description: 'The recommendation that was dismissed.' })
  recommendationId!: string;
}

@ObjectType({ description: 'The answer to a dismissal.' })
export class DismissRecommendationPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'What was dismissed; null when refused.' })
  recommendationId?: string | null;

  @Field(() => RecommendationDismissal, {
    nullable: true,
    description: 'The dismissal; null when refused.',
  })
  dismissal?: RecommendationDismissal | null;
}

@ObjectType({ description: 'The answer to taking a dismissal back.' })
export class RestoreRecommendationPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description:
      'The posting that may be recommended again; null when refused, or when it is deleted.',
  })
  jobPostingId?: string | null;
}
