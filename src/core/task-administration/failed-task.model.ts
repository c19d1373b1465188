import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, Payload } from '../graphql/index.js';
import type { DeadTask } from '../tasks/index.js';
import { text } from '../validation/index.js';

export const MAX_FAILED_TASKS = 100;

@ObjectType({ description: 'Background work that was given up. What it was about is not shown.' })
export class FailedTask {
  @Field(() => ID, { description: 'Queue and place in it; what `redriveFailedTasks` takes.' })
  id!: string;

  @Field(() => String, { description: 'Name of the task, for example `search.indexJobPosting`.' })
  name!: string;

  @Field(() => String, { description: 'Queue it waited in.' })
  queue!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, {
    description:
      'Why it was given up: a code of the error catalogue, a SQLSTATE, or the kind of error; the log has the rest.',
  })
  reason!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null when it is not known.' })
  failedAt!: Date | null;
}

@InputType({ description: 'Background work to be tried anew.' })
export class RedriveFailedTasksInput {
  @Field(() => [ID], { description: 'Ids of failed tasks, at most 100.' })
  ids!: string[];
}

export const redriveSchema = z.object({
  ids: z
    .array(text({ min: 1, max: 200 }))
    .min(1)
    .max(MAX_FAILED_TASKS),
});

@ObjectType({ description: 'What became of it.' })
export class RedriveFailedTasksPayload extends Payload {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of those that will be tried anew; null when refused.',
  })
  redrivenIds?: string[] | null;
}

export function failedTask({ id, task, queue, attempts, reason, failedAt }: DeadTask): FailedTask {
  return { id, name: task, queue, attempts, reason: reasonCode(reason), failedAt };
}

const CATALOGUED = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
const SQLSTATE = /\(SQLSTATE ([0-9A-Z]{5})\)$/;
const ERROR_NAME = /^([A-Za-z]{1,60})(:|$)/;

/** Reasons are texts for the log, which may quote what failed; of them only what is certainly a code goes out. */
export function reasonCode(reason: string): string {
  if (CATALOGUED.test(reason)) return reason;
  const state = SQLSTATE.exec(reason)?.[1];
  if (state !== undefined) return `SQLSTATE_${state}`;
  return ERROR_NAME.exec(reason)?.[1] ?? 'UNKNOWN';
}
