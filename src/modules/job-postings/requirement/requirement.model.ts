import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RequirementKind } from '../posting/job-posting.enums.js';

@ObjectType({ description: 'Something a machine can check about an applicant.' })
export class JobPostingRequirement {
  @Field(() => ID, { description: 'Id of the requirement.' })
  id!: string;

  @Field(() => RequirementKind, { description: 'What it is about.' })
  kind!: RequirementKind;

  @Field(() => String, { description: 'What is asked: a code or a name, by the kind.' })
  value!: string;

  @Field(() => String, { description: 'The value as a person reads it.' })
  label!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Fewest years; null for other kinds than EXPERIENCE.',
  })
  minimum!: number | null;

  @Field(() => Boolean, { description: 'Whether it is a must; nice to have otherwise.' })
  isRequired!: boolean;

  @Field(() => Int, { description: 'How much it weighs, 1 to 10.' })
  weight!: number;
}
