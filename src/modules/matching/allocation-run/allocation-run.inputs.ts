import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { AllocationMode, DismissalReason } from '../../../generated/prisma/enums.js';

const KEY = 'Key of this request: repeated with it, the same answer comes back.';

@InputType({ description: 'An allocation to set up.' })
export class CreateAllocationRunInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The bureau.' })
  bureauId!: string;

  @Field(() => AllocationMode, { description: 'What is looked for.' })
  mode!: AllocationMode;

  @Field(() => String, {
    description: 'Published seed of the lottery that settles ties, 1 to 100 characters.',
  })
  seed!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'At most 200 open postings of the region; all of the region when left out.',
  })
  jobPostingIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only confirmed students of this college; everybody who may be found when left out.',
  })
  collegeId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At most so many students of one college at one posting; no limit when left out.',
  })
  collegeMaximum?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'At most so many people whose college lies in one province at one posting; not together with the other maximum. Where people come from is not looked at.',
  })
  regionMaximum?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only these people, as profile ids: at most 5,000, each of whom looks for work and may be found.',
  })
  profileIds?: string[] | null;
}

@InputType({ description: 'A seat of an allocation to decline.' })
export class DeclineAllocationInput {
  @Field(() => ID, { description: 'The seat, as the list of own allocations names it.' })
  allocationAssignmentId!: string;

  @Field(() => DismissalReason, {
    nullable: true,
    description: 'Why it is not wanted; later lists and allocations respect it.',
  })
  reason?: DismissalReason | null;
}

@InputType({ description: 'An allocation to take a step.' })
export class AllocationRunStepInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The allocation.' })
  allocationRunId!: string;
}

@InputType({ description: 'A committed allocation whose free seats are to be filled.' })
export class RefillAllocationRunInput extends AllocationRunStepInput {
  @Field(() => String, {
    description: 'Published seed of the lottery that settles ties, 1 to 100 characters.',
  })
  seed!: string;
}

@ArgsType()
export class AllocationPostingsArgs extends PageArgs {
  @Field(() => ID, { description: 'Of this allocation.' })
  allocationRunId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with seats that nobody holds now.',
  })
  hasFreeSeats?: boolean | null;
}

@ArgsType()
export class AllocationPeopleArgs extends PageArgs {
  @Field(() => ID, { description: 'For an allocation of this bureau.' })
  bureauId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Words that the work wished for, the major, the school or a skill holds, up to 100 characters.',
  })
  text?: string | null;
}

@ArgsType()
export class AllocationRunsArgs extends PageArgs {
  @Field(() => ID, { description: 'Of this bureau.' })
  bureauId!: string;
}

@InputType({ description: 'Which seats a list holds; conditions add up.' })
export class AllocationAssignmentFilter {
  @Field(() => ID, { nullable: true, description: 'Seats of this posting.' })
  jobPostingId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Given for this wish or a later one: 2 for all who did not get their first.',
  })
  rankAtLeast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Given for this wish or an earlier one: 1 for all who got their first.',
  })
  rankAtMost?: number | null;
}

@ArgsType()
export class AllocationAssignmentsArgs extends PageArgs {
  @Field(() => ID, { description: 'Of this allocation.' })
  allocationRunId!: string;

  @Field(() => AllocationAssignmentFilter, {
    nullable: true,
    description: 'Which of them; all when left out.',
  })
  filter?: AllocationAssignmentFilter | null;
}

export const allocationRunSchema = z.object({
  bureauId: recordId(),
  mode: z.enum(AllocationMode),
  seed: text({ min: 1, max: 100 }),
  jobPostingIds: z.array(recordId()).min(1).max(200).nullish(),
  collegeId: recordId().nullish(),
  collegeMaximum: z.int().min(0).max(10_000).nullish(),
  regionMaximum: z.int().min(0).max(10_000).nullish(),
  profileIds: z.array(recordId()).min(1).max(5_000).nullish(),
});
const wish = z.int().min(1).max(1_000).nullish();
export const assignmentFilterSchema = z.object({
  filter: z
    .object({ jobPostingId: recordId().nullish(), rankAtLeast: wish, rankAtMost: wish })
    .nullish(),
});
export const refillSchema = z.object({
  allocationRunId: recordId(),
  seed: text({ min: 1, max: 100 }),
});
export const peopleSchema = z.object({ text: optionalText({ max: 100 }) });
export const allocationStepSchema = z.object({ allocationRunId: recordId() });
