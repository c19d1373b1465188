import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../core/graphql/index.js';
import type { MatchTerm } from './engine/match-explanation.js';

const MatchTermName = {
  WORK: 'WORK',
  SKILLS: 'SKILLS',
  PAY: 'PAY',
  PLACE: 'PLACE',
  BACKGROUND: 'BACKGROUND',
} as const;

registerEnumType(MatchTermName, {
  name: 'MatchTermName',
  description: 'A term of a match score.',
  valuesMap: {
    WORK: { description: 'How close the work is to what is wished for.' },
    SKILLS: { description: 'Skills asked for that are held.' },
    PAY: { description: 'How far the pay meets the wish.' },
    PLACE: { description: 'Whether the place is wished for.' },
    BACKGROUND: { description: 'Education and experience.' },
  },
});

const HardRequirement = {
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
  REQUIRED_SKILL: 'REQUIRED_SKILL',
  REGION: 'REGION',
  PAY: 'PAY',
  SEATS: 'SEATS',
  HIDDEN: 'HIDDEN',
  AUDIENCE: 'AUDIENCE',
} as const;

registerEnumType(HardRequirement, {
  name: 'HardRequirement',
  description: 'Something that excludes a match when it is known to be unmet.',
  valuesMap: {
    EDUCATION: { description: 'Education asked for.' },
    EXPERIENCE: { description: 'Years of experience asked for.' },
    REQUIRED_SKILL: { description: 'A skill that is a must.' },
    REGION: { description: 'Regions wished for.' },
    PAY: { description: 'Least pay wished for.' },
    SEATS: { description: 'A free seat.' },
    HIDDEN: { description: 'The person hides from this employer.' },
    AUDIENCE: { description: 'The posting is for students of partner colleges.' },
  },
});

@ObjectType({ description: 'One term of a score and what it rests on.' })
export class MatchReason {
  @Field(() => MatchTermName, { description: 'The term.' })
  name!: keyof typeof MatchTermName;

  @Field(() => Int, { description: 'Points it gives.' })
  points!: number;

  @Field(() => Int, { description: 'Points it could give.' })
  maximum!: number;

  @Field(() => [String], { description: 'What the points rest on, in words.' })
  evidence!: string[];

  @Field(() => [String], { description: 'What would raise it, in words.' })
  missing!: string[];
}

@ObjectType({ description: 'How a person and a posting fit.' })
export class MatchExplanation {
  @Field(() => Int, { description: 'Sum of the points, 0 to 1,000.' })
  score!: number;

  @Field(() => [HardRequirement], {
    description: 'Requirements known to be unmet; with any of them it is not recommended.',
  })
  unmet!: (keyof typeof HardRequirement)[];

  terms!: readonly MatchTerm[];
}

@ObjectType({
  implements: () => [Node],
  description: 'A match shown to someone (推荐), with its reasons.',
})
export class Recommendation extends Node {
  @Field(() => Int, { description: 'Sum of the points of its reasons, 0 to 1,000.' })
  score!: number;

  @Field(() => Boolean, {
    description:
      'True for the posting the list begins with because one of its free seats was counted for the person, so that no more people are sent there first than it has seats.',
  })
  isFirst!: boolean;

  @Field(() => Int, {
    description:
      'Points that the order of the list takes off the score, because more people fit the posting than it has seats; 0 while it has some to spare.',
  })
  seatPrice!: number;

  @Field(() => Int, { description: "Place in the person's list, from 1." })
  rank!: number;

  @Field(() => DateTimeScalar, { description: 'When it was worked out.' })
  computedAt!: Date;

  profileId!: string;

  jobPostingId!: string;

  terms!: readonly MatchTerm[];
}

@ObjectType({ description: 'A page of recommendations.' })
export class RecommendationConnection extends ConnectionOf(Recommendation) {}
