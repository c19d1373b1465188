import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A clause of an agreement, plain text.' })
export class AgreementClause {
  @Field(() => ID, { description: 'Stays the same through the versions.' })
  key!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Heading; empty where it has none.' })
  heading!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;
}
