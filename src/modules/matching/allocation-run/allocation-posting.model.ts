import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, Node } from '../../../core/graphql/index.js';

@ObjectType({ description: 'A posting of an allocation with its seats.' })
export class AllocationPosting {
  @Field(() => Int, { description: 'Seats it had when the allocation began.' })
  seatCount!: number;

  @Field(() => Int, { description: 'Seats given by this allocation, declined ones included.' })
  givenCount!: number;

  @Field(() => Int, { description: 'Seats of these that were declined.' })
  declinedCount!: number;

  @Field(() => Int, {
    description:
      'Seats nobody holds now, those that a committed allocation filled afterwards taken off.',
  })
  freeCount!: number;

  jobPostingId!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A person a bureau may choose for an allocation: looks for work and may be found. Its id is that of the profile.',
})
export class AllocationPerson extends Node {
  @Field(() => String, { nullable: true, description: 'Name, masked; null without one.' })
  maskedName!: string | null;

  @Field(() => String, { nullable: true, description: 'Headline; null without one.' })
  headline!: string | null;

  @Field(() => [String], { description: 'Titles of the work wished for, at most 10.' })
  wishedTitles!: string[];

  @Field(() => [String], { description: 'Schools and majors, at most 10.' })
  studies!: string[];
}

@ObjectType({ description: 'A page of the postings of an allocation.' })
export class AllocationPostingConnection extends ConnectionOf(AllocationPosting) {}

@ObjectType({ description: 'A page of people who may be chosen.' })
export class AllocationPersonConnection extends ConnectionOf(AllocationPerson) {}
