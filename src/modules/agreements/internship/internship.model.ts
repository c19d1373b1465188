import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { INTERNSHIP_FINDINGS, type InternshipFindingCode } from './internship.rules.js';

export const InternshipFindingKind = Object.fromEntries(
  INTERNSHIP_FINDINGS.map((code) => [code, code]),
) as { readonly [Code in InternshipFindingCode]: Code };

registerEnumType(InternshipFindingKind, {
  name: 'InternshipFindingKind',
  description: 'A rule of internships that an agreement breaks.',
  valuesMap: {
    TERMS_MISSING: { description: 'It does not say how the student works and is paid.' },
    NO_STUDENT: { description: 'The student has no confirmed place at the college.' },
    FIRST_YEAR: { description: 'The student is in the first year.' },
    AGE_UNKNOWN: { description: 'Nobody knows how old the student is.' },
    TOO_YOUNG: { description: 'The student is too young.' },
    INTERMEDIARY: { description: 'A party places people for money.' },
    HOURS_PER_DAY: { description: 'Too many hours a day.' },
    HOURS_PER_WEEK: { description: 'Too many hours a week.' },
    NIGHT_WORK: { description: 'Work at night.' },
    PAY_TOO_LOW: { description: 'Paid less than the share of the wage of the post.' },
    BELOW_MINIMUM_WAGE: { description: 'Paid less than the local minimum of an hour.' },
    TOO_MANY_AT_HOST: { description: 'Too many interns among the employees of the host.' },
    TOO_MANY_IN_POST: { description: 'Too many interns among the employees in such posts.' },
    TOO_LATE: { description: 'The first day is here before all have signed.' },
  },
});

@ObjectType({ description: 'A rule that an internship breaks.' })
export class InternshipFinding {
  @Field(() => InternshipFindingKind, { description: 'Which.' })
  code!: InternshipFindingCode;

  @Field(() => String, { description: 'In the language of the request.' })
  message!: string;

  @Field(() => Float, { nullable: true, description: 'What the rule asks for.' })
  limit!: number | null;

  @Field(() => Float, { nullable: true, description: 'What there is.' })
  found!: number | null;
}

@ObjectType({ description: 'How the student of an internship agreement works and is paid.' })
export class AgreementInternship {
  @Field(() => String, { description: 'The post.' })
  postTitle!: string;

  @Field(() => Int, { description: 'Paid every month, in yuan.' })
  monthlyPay!: number;

  @Field(() => Int, {
    description: 'Of an employee in the same post or its lowest grade, in yuan.',
  })
  postMonthlyPay!: number;

  @Field(() => Float, { description: 'Hours a day.' })
  hoursPerDay!: number;

  @Field(() => Float, { description: 'Hours a week.' })
  hoursPerWeek!: number;

  @Field(() => Boolean, { description: 'Whether there is work at night.' })
  hasNightWork!: boolean;

  @Field(() => Int, { description: 'Employees of the host.' })
  hostEmployees!: number;

  @Field(() => Int, { description: 'Of them those in such posts.' })
  postEmployees!: number;

  @Field(() => String, { description: 'Who guides the student at the college.' })
  collegeTutor!: string;

  @Field(() => String, { description: 'Who guides the student at the host.' })
  hostTutor!: string;
}

@ObjectType({ description: 'What the rules ask of an internship.' })
export class InternshipLimits {
  @Field(() => String, { description: 'Where they come from.' })
  source!: string;

  @Field(() => Int, { description: 'Age on the first day, at least.' })
  minAge!: number;

  @Field(() => Int, { description: 'Year of study, at least.' })
  minStudyYear!: number;

  @Field(() => Float, { description: 'Hours a day, at most.' })
  maxHoursPerDay!: number;

  @Field(() => Float, { description: 'Hours a week, at most.' })
  maxHoursPerWeek!: number;

  @Field(() => Boolean, { description: 'Whether there may be work at night.' })
  allowsNightWork!: boolean;

  @Field(() => Float, { description: 'Share of the wage of the post that is paid, at least.' })
  payShare!: number;

  @Field(() => Float, { description: 'Share of interns among the employees of the host, at most.' })
  maxShareOfHost!: number;

  @Field(() => Float, { description: 'Share of interns among such posts, at most.' })
  maxShareOfPost!: number;
}
