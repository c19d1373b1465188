import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'How reliably an employer answers applications, over the last 180 days.',
})
export class AnswerRecord {
  @Field(() => Int, {
    description: 'Applications whose answer came due after 7 days, without those withdrawn before.',
  })
  due!: number;

  @Field(() => Int, {
    description: 'Those answered within the 7 days; being looked at is no answer.',
  })
  answered!: number;
}
