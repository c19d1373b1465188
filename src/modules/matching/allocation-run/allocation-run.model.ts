import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { AllocationMode, AllocationRunState } from '../../../generated/prisma/enums.js';

registerEnumType(AllocationRunState, {
  name: 'AllocationRunState',
  description: 'How far an allocation has come.',
  valuesMap: {
    DRAFT: { description: 'Set up; nothing was worked out.' },
    RUNNING: { description: 'Being worked out.' },
    PREVIEWED: { description: 'Worked out; only the bureau sees it.' },
    COMMITTED: { description: 'Shown to people and employers as recommendations.' },
    DISCARDED: { description: 'Given up before it was shown.' },
    UNDONE: { description: 'Taken back after it was shown.' },
  },
});

registerEnumType(AllocationMode, {
  name: 'AllocationMode',
  description: 'What an allocation looks for.',
  valuesMap: {
    STABLE: { description: 'No person and posting would rather have each other.' },
    BEST_TOTAL: { description: 'The highest sum of scores.' },
  },
});

export const StabilityMethod = { EXHAUSTIVE: 'EXHAUSTIVE', SAMPLED: 'SAMPLED' } as const;

registerEnumType(StabilityMethod, {
  name: 'AllocationCheckMethod',
  description: 'How pairs were checked.',
  valuesMap: {
    EXHAUSTIVE: { description: 'Every pair.' },
    SAMPLED: { description: 'Pairs drawn by the seed.' },
  },
});

@ObjectType({ description: 'How many seats went to those up to a place of the posting’s order.' })
export class AllocationRankCount {
  @Field(() => Int, { nullable: true, description: 'Up to this place; null for all further ones.' })
  upTo!: number | null;

  @Field(() => Int, { description: 'Seats.' })
  count!: number;
}

@ObjectType({ description: 'How often something occurred in an allocation.' })
export class AllocationCount {
  @Field(() => String, {
    description:
      'Why people have no seat (NO_WISHES, NO_OPEN_POSTING, BEST_TOTAL, QUOTA, LOTTERY, OUTRANKED), or what was odd (NO_SEATS, QUOTA_ABOVE_SEATS …).',
  })
  code!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

@ObjectType({ description: 'What an allocation came to, for both sides, with its proof.' })
export class AllocationReport {
  @Field(() => Int, { description: 'People who took part.' })
  peopleCount!: number;

  @Field(() => Int, { description: 'People with a seat.' })
  assignedCount!: number;

  @Field(() => Int, { description: 'Seats of all postings.' })
  seatCount!: number;

  @Field(() => [Int], { description: 'How many got their first wish, second wish and so on.' })
  personRanks!: number[];

  @Field(() => [AllocationRankCount], {
    description: 'Places that those with a seat have in the order of their posting, at most 9.',
  })
  postingRanks!: AllocationRankCount[];

  @Field(() => Int, { description: 'Sum of the scores.' })
  totalScore!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The sum no allocation can exceed, proved; null where it was not looked for.',
  })
  totalBound!: number | null;

  @Field(() => Int, { description: 'Postings with seats left.' })
  unfilledPostingCount!: number;

  @Field(() => Int, { description: 'Seats left.' })
  unfilledSeatCount!: number;

  @Field(() => [AllocationCount], { description: 'People without a seat by reason, at most 6.' })
  unassigned!: AllocationCount[];

  @Field(() => [AllocationCount], { description: 'What was odd in the input, at most 7.' })
  findings!: AllocationCount[];

  @Field(() => Int, { description: 'People who declined their seat since it was committed.' })
  declinedCount!: number;

  @Field(() => StabilityMethod, { description: 'How pairs were checked.' })
  method!: keyof typeof StabilityMethod;

  @Field(() => Int, { description: 'Pairs of a person and a posting wished for.' })
  pairCount!: number;

  @Field(() => Int, { description: 'Pairs that were checked.' })
  checkedPairCount!: number;

  @Field(() => Int, {
    description: 'Pairs among them that would rather have each other; 0 when it is stable.',
  })
  blockingPairCount!: number;
}

@ObjectType({
  implements: () => [Node],
  description: 'An allocation of a whole market (整场分配). Seen by the officers of its bureau.',
})
export class AllocationRun extends Node {
  @Field(() => AllocationRunState, { description: 'How far it has come.' })
  state!: AllocationRunState;

  @Field(() => AllocationMode, { description: 'What is looked for.' })
  mode!: AllocationMode;

  @Field(() => String, { description: 'Published seed of the lottery.' })
  seed!: string;

  @Field(() => ID, { nullable: true, description: 'The college whose students take part.' })
  collegeId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At most so many students of one college at one posting; null for no limit.',
  })
  collegeMaximum!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'At most so many people whose college lies in one province at one posting; null for no limit.',
  })
  regionMaximum!: number | null;

  @Field(() => Boolean, {
    description: 'Whether only people the bureau chose take part, not everybody who may be found.',
  })
  hasChosenPeople!: boolean;

  @Field(() => Boolean, { description: 'Whether all open postings of the region take part.' })
  isWholeRegion!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The committed allocation whose free seats it fills; null for others.',
  })
  followsId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The allocation under way that fills its free seats; null without one.',
  })
  followUpId!: string | null;

  @Field(() => Int, {
    description:
      'Seats nobody holds now: left empty, declined or freed, and not given by a committed allocation that filled them; 0 before the preview.',
  })
  freeSeatCount!: number;

  @Field(() => Boolean, {
    description: 'Being worked out, and nothing has happened for five minutes: it can be resumed.',
  })
  isStalled!: boolean;

  @Field(() => Int, { description: 'People whose wishes are taken down so far.' })
  peopleCount!: number;

  @Field(() => AllocationReport, {
    nullable: true,
    description: 'What it came to; null before the preview.',
  })
  report!: AllocationReport | null;

  @Field(() => DateTimeScalar, { description: 'When it was set up.' })
  createdAt!: Date;

  bureauId!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A seat given to a person by an allocation: a recommendation, never an application.',
})
export class AllocationAssignment extends Node {
  @Field(() => ID, { description: 'The person, as a profile id.' })
  profileId!: string;

  @Field(() => Int, { description: 'Place of the posting among the wishes of the person, from 1.' })
  rank!: number;

  @Field(() => Int, { description: 'Score of the pair, 0 to 1,000.' })
  score!: number;

  jobPostingId!: string;
}

@ObjectType({ description: 'A page of allocations.' })
export class AllocationRunConnection extends ConnectionOf(AllocationRun) {}

@ObjectType({ description: 'A page of seats given by allocations.' })
export class AllocationAssignmentConnection extends ConnectionOf(AllocationAssignment) {}

@ObjectType({ description: 'The answer to declining a seat.' })
export class DeclineAllocationPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The seat that is declined; null when refused.' })
  allocationAssignmentId?: string | null;
}

@ObjectType({ description: 'An allocation after a step.' })
export class AllocationRunPayload extends Payload {
  @Field(() => AllocationRun, {
    nullable: true,
    description: 'The allocation; null when refused.',
  })
  allocationRun?: AllocationRun | null;
}
