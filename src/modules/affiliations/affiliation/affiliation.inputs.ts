import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { AffiliationState } from './affiliation.enums.js';
import { isStudentNumber, normaliseName, normaliseNumber } from './affiliation.rules.js';

@InputType({ description: 'What the college would have written in its roster.' })
export class StudentParticularsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the vocational major; its name then comes from the catalogue.',
  })
  majorCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the major, up to 100 characters; needed without a code.',
  })
  majorName?: string | null;

  @Field(() => String, { nullable: true, description: 'Class, up to 50 characters.' })
  className?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the education (GB/T 4658).' })
  educationLevelCode?: string | null;

  @Field(() => Int, { description: 'Year of graduation.' })
  graduationYear!: number;
}

@InputType({ description: 'A claim to be a student of a college.' })
export class ClaimAffiliationInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The college.' })
  collegeId!: string;

  @Field(() => String, { description: 'Student number (学号).' })
  studentNumber!: string;

  @Field(() => String, { description: 'Name as the college knows it.' })
  studentName!: string;

  @Field(() => StudentParticularsInput, {
    nullable: true,
    description:
      'Claims without the roster: the college checks these. Left out, the roster is asked.',
  })
  withoutRoster?: StudentParticularsInput | null;
}

@InputType({ description: 'Claims to confirm.' })
export class ConfirmAffiliationsInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => [ID], { description: 'The claims, 1 to 100.' })
  affiliationIds!: string[];
}

@InputType({ description: 'Claims to refuse.' })
export class RefuseAffiliationsInput {
  @Field(() => [ID], { description: 'The claims, 1 to 100.' })
  affiliationIds!: string[];

  @Field(() => String, { description: 'Why, told to the students; 2 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Affiliations the college ends.' })
export class EndAffiliationsInput {
  @Field(() => [ID], { description: 'The affiliations, 1 to 100.' })
  affiliationIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, told to the students; up to 500 characters.',
  })
  reason?: string | null;
}

@InputType({ description: 'An affiliation to leave.' })
export class LeaveAffiliationInput {
  @Field(() => ID, { description: 'The affiliation.' })
  affiliationId!: string;
}

@InputType({ description: 'Which students; conditions add up.' })
export class AffiliationFilter {
  @Field(() => [Int], { nullable: true, description: 'Graduating in any of these years.' })
  graduationYears?: number[] | null;

  @Field(() => [String], { nullable: true, description: 'Of any of these majors, by code.' })
  majorCodes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of the class with exactly this name.' })
  className?: string | null;

  @Field(() => [AffiliationState], { nullable: true, description: 'In any of these states.' })
  states?: AffiliationState[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, of the major’s name or of the class, or the beginning of the student number.',
  })
  text?: string | null;
}

@ArgsType()
export class AffiliationsArgs extends PageArgs {
  @Field(() => ID, { description: 'The college.' })
  collegeId!: string;

  @Field(() => AffiliationFilter, {
    nullable: true,
    description: 'Which students; all when left out.',
  })
  filter?: AffiliationFilter | null;
}

const studentNumber = () =>
  text({ max: 30 }).transform((value, context) => {
    const number = normaliseNumber(value);
    if (!isStudentNumber(number)) refuse(context, inputErrors.MALFORMED);
    return number;
  });

export const claimSchema = z.object({
  collegeId: recordId(),
  studentNumber: studentNumber(),
  studentName: text({ max: 50 }).transform(normaliseName),
  withoutRoster: z
    .object({
      majorCode: z.string().nullish(),
      majorName: optionalText({ max: 100 }),
      className: optionalText({ max: 50 }),
      educationLevelCode: z.string().nullish(),
      graduationYear: z.int(),
    })
    .nullish(),
});
export type Claim = z.output<typeof claimSchema>;

const places = () => z.array(recordId()).min(1).max(100);

export const confirmSchema = z.object({ affiliationIds: places() });
export const refuseSchema = z.object({
  affiliationIds: places(),
  reason: text({ min: 2, max: 500, multiline: true }),
});
export const endSchema = z.object({
  affiliationIds: places(),
  reason: optionalText({ max: 500, multiline: true }),
});
export const leaveSchema = z.object({ affiliationId: recordId() });

export const filterSchema = z.object({
  graduationYears: z.array(z.int().min(1950).max(2100)).max(20).nullish(),
  majorCodes: z.array(z.string().max(20)).max(50).nullish(),
  className: optionalText({ max: 50 }),
  states: z.array(z.enum(AffiliationState)).max(5).nullish(),
  text: optionalText({ max: 50 }),
});
