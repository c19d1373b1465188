import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../../../core/graphql/index.js';
import { AffiliationFilter, AffiliationsArgs } from '../../affiliations/index.js';

/** The furthest a student has come, the least first. */
export const StudentOutcomeStage = {
  NONE: 'NONE',
  APPLYING: 'APPLYING',
  OFFERED: 'OFFERED',
  HIRED: 'HIRED',
} as const;
export type StudentOutcomeStage = keyof typeof StudentOutcomeStage;

registerEnumType(StudentOutcomeStage, {
  name: 'StudentOutcomeStage',
  description: 'How far a student has come through this platform.',
  valuesMap: {
    NONE: { description: 'No application is going on.' },
    APPLYING: { description: 'An application waits for the decision of an employer.' },
    OFFERED: { description: 'An offer waits for the answer of the student.' },
    HIRED: { description: 'The student accepted an offer, or has begun to work.' },
  },
});

@ObjectType({ description: 'Where a student was hired through this platform.' })
export class StudentHire {
  @Field(() => String, { description: 'Name of the employer.' })
  employerName!: string;

  @Field(() => String, { description: 'Title of the posting.' })
  postingTitle!: string;

  @Field(() => DateTimeScalar, { description: 'When the offer was accepted.' })
  acceptedAt!: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day at work; null until the employer has said that it came.',
  })
  startedOn!: string | null;
}

@ObjectType({
  description:
    'What became of a student through this platform; employers who did not hire stay unnamed.',
})
export class StudentOutcome {
  @Field(() => StudentOutcomeStage, { description: 'How far the student has come.' })
  stage!: StudentOutcomeStage;

  @Field(() => StudentHire, { nullable: true, description: 'Where; null unless hired.' })
  hire!: StudentHire | null;
}

@ObjectType({ description: 'How many confirmed students have come how far.' })
export class StudentOutcomeCounts {
  @Field(() => Int, { description: 'Students who accepted an offer or have begun to work.' })
  hired!: number;

  @Field(() => Int, { description: 'Students an offer waits for.' })
  offered!: number;

  @Field(() => Int, { description: 'Students with an application going on.' })
  applying!: number;

  @Field(() => Int, { description: 'Students without any.' })
  none!: number;
}

@ArgsType()
export class StudentOutcomeCountsArgs {
  @Field(() => ID, { description: 'The college.' })
  collegeId!: string;

  @Field(() => AffiliationFilter, {
    nullable: true,
    description: 'Which students; all when left out. Only confirmed ones are counted.',
  })
  filter?: AffiliationFilter | null;
}

@ArgsType()
export class StudentsByOutcomeArgs extends AffiliationsArgs {
  @Field(() => StudentOutcomeStage, { description: 'How far they have come.' })
  stage!: StudentOutcomeStage;
}
