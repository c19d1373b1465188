import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';
import { ReportReason } from './report.enums.js';

@InputType({ isAbstract: true })
abstract class ReportInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ReportReason, { description: 'What it is about.' })
  reason!: ReportReason;

  @Field(() => String, {
    description: 'What happened, 10 to 2,000 characters. The employer does not see it.',
  })
  statement!: string;
}

@InputType({ description: 'A report of a posting.' })
export class ReportJobPostingInput extends ReportInput {
  @Field(() => ID, { description: 'The posting.' })
  jobPostingId!: string;
}

@InputType({ description: 'A report of an employer.' })
export class ReportEmployerInput extends ReportInput {
  @Field(() => ID, { description: 'The employer.' })
  organisationId!: string;
}

@InputType({ description: 'The bureau’s answer to a report.' })
export class HandleJobPostingReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, {
    description: 'What was found, for the reporter to read; 5 to 1,000 characters.',
  })
  remark!: string;
}

@ArgsType()
export class JobPostingReportQueueArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only overdue ones, or only the others; all open ones when left out.',
  })
  isOverdue?: boolean | null;
}

const report = {
  reason: z.enum(ReportReason),
  statement: text({ min: 10, max: 2_000, multiline: true }),
};
export const reportPostingSchema = z.object({ ...report, jobPostingId: recordId() });
export const reportEmployerSchema = z.object({ ...report, organisationId: recordId() });
export const handleSchema = z.object({
  reportId: recordId(),
  remark: text({ min: 5, max: 1_000, multiline: true }),
});
