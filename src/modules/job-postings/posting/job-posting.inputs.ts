import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { inputErrors } from '../../../core/errors/index.js';
import { DateScalar, DateTimeScalar, fenOf, MoneyInput } from '../../../core/graphql/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import {
  requirementsSchema,
  JobPostingRequirementInput,
} from '../requirement/requirement.inputs.js';
import { EngagementType, PayPeriod } from './job-posting.enums.js';
import { jobPostingErrors } from './job-posting.errors.js';

const KEY = 'Key of this request: repeated with it, the same answer comes back.';

@InputType({ description: 'Basic pay. "Negotiable" is no pay: the lowest amount has to be there.' })
export class PayInput {
  @Field(() => MoneyInput, { description: 'Lowest pay, above zero.' })
  min!: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Highest pay; the lowest when left out.',
  })
  max?: MoneyInput | null;

  @Field(() => PayPeriod, { description: 'What the amounts are counted by.' })
  period!: PayPeriod;

  @Field(() => Int, { nullable: true, description: 'Monthly salaries a year, 12 to 24.' })
  months?: number | null;
}

@InputType({ isAbstract: true })
export class JobPostingContentInput {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the occupation (职业分类大典 2022).',
  })
  occupationCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the industry (GB/T 4754).' })
  industryCode?: string | null;

  @Field(() => EngagementType, { nullable: true, description: 'Kind of engagement.' })
  engagementType?: EngagementType | null;

  @Field(() => Int, { nullable: true, description: 'How many are wanted, 1 to 10,000.' })
  headcount?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be done, up to 5,000 characters.',
  })
  duties?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What applicants have to bring, in words, up to 5,000 characters.',
  })
  conditions?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shifts, dormitory, hazards and the like, up to 2,000 characters.',
  })
  workConditions?: string | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'Region of the place of work.' })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the place of work, up to 200 characters.',
  })
  address?: string | null;

  @Field(() => PayInput, { nullable: true, description: 'Basic pay, as a whole.' })
  pay?: PayInput | null;

  @Field(() => [String], { nullable: true, description: 'Benefits, at most 30, as a whole.' })
  benefits?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the lowest education level (GB/T 4658); none when left out.',
  })
  educationLevelCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Fewest years of experience, 0 to 50.' })
  experienceYearsMin?: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the lowest skill level.' })
  skillLevelCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is valid, at most 180 days ahead.',
  })
  validThrough?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the work begins (到岗时间), from today to two years ahead; agreed later when left out.',
  })
  startsOn?: string | null;

  @Field(() => [JobPostingRequirementInput], {
    nullable: true,
    description: 'What a machine can check, at most 30, as a whole.',
  })
  requirements?: JobPostingRequirementInput[] | null;
}

@InputType({ description: 'A new posting, as a draft; what is missing can follow.' })
export class CreateJobPostingInput extends JobPostingContentInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation it is of.' })
  organisationId!: string;

  @Field(() => String, { description: 'Title of the work, 2 to 60 characters.' })
  title!: string;
}

@InputType({ description: 'What to change; what is left out stays, null clears.' })
export class JobPostingChangesInput extends JobPostingContentInput {
  @Field(() => String, { nullable: true, description: 'Title of the work, 2 to 60 characters.' })
  title?: string | null;
}

@InputType({ description: 'An edit of a posting.' })
export class UpdateJobPostingInput {
  @Field(() => ID, { description: 'The posting.' })
  id!: string;

  @Field(() => Int, {
    description: 'Version the edit starts from; refused when someone else has edited since.',
  })
  version!: number;

  @Field(() => JobPostingChangesInput, { description: 'What to change.' })
  changes!: JobPostingChangesInput;
}

@InputType({ description: 'A posting to act upon.' })
export class JobPostingIdInput {
  @Field(() => ID, { description: 'The posting.' })
  jobPostingId!: string;
}

@InputType({ description: 'A posting handed to the bureau in charge.' })
export class SubmitJobPostingInput extends JobPostingIdInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When to publish it once approved; at once when left out.',
  })
  publishAt?: Date | null;
}

@InputType({ description: 'A posting to pause.' })
export class PauseJobPostingInput extends JobPostingIdInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it resumes by itself; only by hand when left out.',
  })
  until?: string | null;
}

@InputType({ description: 'A posting to stop.' })
export class StopJobPostingInput extends JobPostingIdInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, for the record, up to 500 characters.',
  })
  reason?: string | null;
}

@InputType({ description: 'A posting to remove.' })
export class RemoveJobPostingInput extends JobPostingIdInput {
  @Field(() => String, { description: 'Why; the employer reads it. 5 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A claim on an external posting by the employer it names.' })
export class ClaimJobPostingInput extends JobPostingIdInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation that claims it.' })
  organisationId!: string;
}

/** A hundred million yuan: beyond is a slip, not pay. */
const MOST_FEN = 10_000_000_000n;

function amount() {
  return z.object({ amount: z.string(), currency: z.string() }).transform((given, context) => {
    if (!/^\d{1,15}(\.\d{1,2})?$/.test(given.amount)) {
      refuse(context, inputErrors.MALFORMED, { path: ['amount'] });
      return 0n;
    }
    const fen = fenOf(given, []);
    if (fen < 1n || fen > MOST_FEN)
      refuse(context, inputErrors.OUT_OF_RANGE, {
        path: ['amount'],
        params: { min: '0.01', max: '100000000' },
      });
    return fen;
  });
}

const pay = z
  .object({
    min: amount(),
    max: amount().nullish(),
    period: z.enum(PayPeriod),
    months: z.int().min(12).max(24).nullish(),
  })
  .check((context) => {
    const { min, max } = context.value;
    if (max !== null && max !== undefined && min > max)
      refuse(context, jobPostingErrors.PAY_UPSIDE_DOWN, { path: ['max'] });
  });

export const content = {
  occupationCode: z.string().nullish(),
  industryCode: z.string().nullish(),
  engagementType: z.enum(EngagementType).nullish(),
  headcount: z.int().min(1).max(10_000).nullish(),
  duties: optionalText({ max: 5_000, multiline: true }),
  conditions: optionalText({ max: 5_000, multiline: true }),
  workConditions: optionalText({ max: 2_000, multiline: true }),
  regionCode: z.string().nullish(),
  address: optionalText({ max: 200 }),
  pay: pay.nullish(),
  benefits: z
    .array(text({ max: 50 }))
    .max(30)
    .nullish(),
  educationLevelCode: z.string().nullish(),
  experienceYearsMin: z.int().min(0).max(50).nullish(),
  skillLevelCode: z.string().nullish(),
  validThrough: z.string().nullish(),
  startsOn: z.string().nullish(),
  requirements: requirementsSchema.nullish(),
};

const title = text({ min: 2, max: 60 });

export const createSchema = z.object({ ...content, organisationId: recordId(), title });
export const updateSchema = z.object({
  id: recordId(),
  version: z.int(),
  /** A title cannot be cleared: null means the same as left out. */
  changes: z.object({ ...content, title: title.nullish() }),
});
export type ContentChanges = z.output<typeof updateSchema>['changes'];

const posting = { jobPostingId: recordId() };
export const postingIdSchema = z.object(posting);
export const submitSchema = z.object({ ...posting, publishAt: z.date().nullish() });
export const pauseSchema = z.object({ ...posting, until: z.string().nullish() });
export const stopSchema = z.object({
  ...posting,
  reason: optionalText({ max: 500, multiline: true }),
});
export const removeSchema = z.object({
  ...posting,
  reason: text({ min: 5, max: 1_000, multiline: true }),
});
export const claimSchema = z.object({ ...posting, organisationId: recordId() });
