import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { WordingFindingModel } from '../wording/wording.model.js';
import { JobPostingReviewState } from './review.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A look of the bureau at one version of a posting. Seen by the posting’s organisation and the bureau in charge.',
})
export class JobPostingReview extends Node {
  @Field(() => JobPostingReviewState, { description: 'How it stands.' })
  state!: JobPostingReviewState;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the decision is due.' })
  dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether that has passed without a decision.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null before.' })
  decidedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the bureau wrote to the employer; null when nothing.',
  })
  remark!: string | null;

  @Field(() => String, { description: 'Edition of the wording rules it was checked by.' })
  wordingEdition!: string;

  @Field(() => [WordingFindingModel], {
    description: 'What the wording check warned of, at most 50.',
  })
  findings!: WordingFindingModel[];

  jobPostingId!: string;
}

@ObjectType({ description: 'A page of reviews.' })
export class JobPostingReviewConnection extends ConnectionOf(JobPostingReview) {}
