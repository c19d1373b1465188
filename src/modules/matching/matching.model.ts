import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../core/graphql/index.js';
import type { MatchTerm } from './engine/match-explanation.js';

const MatchTermName = {
  WORK: 'WORK',
  MAJOR: 'MAJOR',
  SKILLS: 'SKILLS',
  PAY: 'PAY',
  PLACE: 'PLACE',
  EXPERIENCE: 'EXPERIENCE',
  BACKGROUND: 'BACKGROUND',
  INTEREST: 'INTEREST',
} as const;

registerEnumType(MatchTermName, {
  name: 'MatchTermName',
  description: 'A term of a match score.',
  valuesMap: {
    WORK: { description: 'How close the work is to what is wished for.' },
    MAJOR: { description: 'How close the major is to what is asked for, or to the work.' },
    SKILLS: { description: 'Skills asked for that are held, rare ones counting more.' },
    PAY: { description: 'How far the pay meets the wish.' },
    PLACE: { description: 'Whether the place is wished for.' },
    EXPERIENCE: { description: 'How close the work is to positions held before.' },
    BACKGROUND: { description: 'Education and years of experience.' },
    INTEREST: { description: 'How many other people keep the posting in mind or applied.' },
  },
});

const HardRequirement = {
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
  REQUIRED_SKILL: 'REQUIRED_SKILL',
  CERTIFICATE: 'CERTIFICATE',
  SKILL_LEVEL: 'SKILL_LEVEL',
  START_DATE: 'START_DATE',
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
    CERTIFICATE: { description: 'A certificate that is a must.' },
    SKILL_LEVEL: { description: 'The least vocational skill level.' },
    START_DATE: { description: 'Being available on the day the work begins.' },
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

  @Field(() => Boolean, {
    description:
      'False where it is not known how the two fit in this: the points are then what pairs have on average.',
  })
  isKnown!: boolean;

  @Field(() => [String], { description: 'What the points rest on, in words.' })
  evidence!: string[];

  @Field(() => [String], { description: 'What would raise it, in words.' })
  missing!: string[];
}

const MatchChangeKind = {
  SKILL: 'SKILL',
  CERTIFICATE: 'CERTIFICATE',
  SKILL_LEVEL: 'SKILL_LEVEL',
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
  START_DATE: 'START_DATE',
  PAY: 'PAY',
  REGION: 'REGION',
} as const;

registerEnumType(MatchChangeKind, {
  name: 'MatchChangeKind',
  description: 'What of a person would be otherwise.',
  valuesMap: {
    SKILL: { description: 'One skill more.' },
    CERTIFICATE: { description: 'One certificate more.' },
    SKILL_LEVEL: { description: 'A higher vocational skill level.' },
    EDUCATION: { description: 'A higher education.' },
    EXPERIENCE: { description: 'More years of experience.' },
    START_DATE: { description: 'Being available earlier.' },
    PAY: { description: 'A lower least pay.' },
    REGION: { description: 'A region more.' },
  },
});

@ObjectType({
  description: 'What one change, and nothing else, would do: worked out over all open postings.',
})
export class MatchChange {
  @Field(() => MatchChangeKind, { description: 'What changes.' })
  kind!: keyof typeof MatchChangeKind;

  @Field(() => String, {
    description: 'To what, in words: the skill, the region, the day, the pay.',
  })
  value!: string;

  @Field(() => String, { description: "All of it as a sentence in the reader's language." })
  sentence!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Place of the posting asked about among all that fit, by score alone; null where it does not fit, or none was asked about.',
  })
  rankBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same after the change.' })
  rankAfter!: number | null;

  @Field(() => Int, { description: 'How many postings would fit in addition.' })
  addedCount!: number;

  @Field(() => Int, { description: 'How many of the first twenty would be new there.' })
  topCount!: number;
}

@ObjectType({ description: 'What would help a person, worked out now over all open postings.' })
export class MatchOutlook {
  @Field(() => Int, { description: 'Open postings that fit now.' })
  fittingCount!: number;

  @Field(() => [MatchChange], { description: 'Each change alone, most helpful first; at most 8.' })
  changes!: MatchChange[];
}

@ObjectType({ description: 'How a person and a posting fit.' })
export class MatchExplanation {
  @Field(() => Int, { description: 'Sum of the points, 0 to 1,000.' })
  score!: number;

  @Field(() => [HardRequirement], {
    description: 'Requirements known to be unmet; with any of them it is not recommended.',
  })
  unmet!: (keyof typeof HardRequirement)[];

  @Field(() => [HardRequirement], {
    description:
      'Requirements that only one side says something about: they exclude nothing, and knowing would help.',
  })
  unknown!: (keyof typeof HardRequirement)[];

  jobPostingId!: string;

  terms!: readonly MatchTerm[];
}

@ObjectType({ description: 'Where a posting stands among all that fit a person.' })
export class MatchStanding {
  @Field(() => Int, {
    nullable: true,
    description: 'Place by score alone, from 1; null where the posting does not fit.',
  })
  rank!: number | null;

  @Field(() => Int, { description: 'Open postings that fit the person.' })
  fittingCount!: number;

  @Field(() => [MatchChange], {
    description:
      'What would bring the posting up, each change alone, most helpful first; at most 8.',
  })
  changes!: MatchChange[];
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
