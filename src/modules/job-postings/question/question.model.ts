import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';

@ObjectType({
  implements: () => [Node],
  description: 'A question about a posting. Who asked is shown to nobody.',
})
export class JobPostingQuestion extends Node {
  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The answer; null before.' })
  answer!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was answered; null before.',
  })
  answeredAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the bureau has hidden it from the public.' })
  isHidden!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer asked it.' })
  isMine!: boolean;

  jobPostingId!: string;
}

@ObjectType({ description: 'A page of questions.' })
export class JobPostingQuestionConnection extends ConnectionOf(JobPostingQuestion) {}
