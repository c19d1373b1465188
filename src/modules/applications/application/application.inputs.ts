import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId } from '../../../core/validation/index.js';
import { ApplicationState, EmployerCloseReason, ExportPurpose } from './application.enums.js';

export const KEY = {
  description: 'Key of this request: repeated with it, the same answer comes back.',
};

@InputType({ description: 'An application to send.' })
export class SubmitApplicationInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The posting.' })
  jobPostingId!: string;

  @Field(() => Boolean, {
    description:
      'True: the applicant agrees that this employer receives the profile with contacts.',
  })
  hasConsented!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the employer, up to 2,000 characters.',
  })
  coverNote?: string | null;
}

@InputType({ description: 'An application to act upon.' })
export class ApplicationIdInput {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;
}

@InputType({ description: 'Applications to act upon at once.' })
export class ApplicationIdsInput {
  @Field(() => [ID], { description: 'The applications, 1 to 100.' })
  applicationIds!: string[];
}

@InputType({ description: 'Applications to close.' })
export class CloseApplicationsInput extends ApplicationIdsInput {
  @Field(() => EmployerCloseReason, { description: 'Why; the applicants read it.' })
  reason!: EmployerCloseReason;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the applicants, up to 1,000 characters.',
  })
  message?: string | null;
}

@InputType({ description: 'The beginning of work.' })
export class OnboardApplicantInput extends ApplicationIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => DateScalar, { description: 'First day at work, not in the future.' })
  startedOn!: string;
}

export const ApplicationOrder = { NEWEST: 'NEWEST', ANSWER_DUE: 'ANSWER_DUE' } as const;
export type ApplicationOrder = keyof typeof ApplicationOrder;

registerEnumType(ApplicationOrder, {
  name: 'ApplicationOrder',
  description: 'Order of a list of applications.',
  valuesMap: {
    NEWEST: { description: 'Latest sent first.' },
    ANSWER_DUE: { description: 'Those whose answer is due first; without one last.' },
  },
});

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'To this posting.' })
  jobPostingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To postings of this organisation.' })
  organisationId?: string | null;

  @Field(() => [ApplicationState], { nullable: true, description: 'In any of these states.' })
  states?: ApplicationState[] | null;

  @Field(() => ApplicationOrder, {
    defaultValue: ApplicationOrder.NEWEST,
    description: 'Order of the list.',
  })
  orderBy: ApplicationOrder = 'NEWEST';
}

@ArgsType()
export class MyApplicationsArgs extends PageArgs {
  @Field(() => [ApplicationState], { nullable: true, description: 'In any of these states.' })
  states?: ApplicationState[] | null;
}

export const submitSchema = z.object({
  jobPostingId: recordId(),
  hasConsented: z.boolean(),
  coverNote: optionalText({ max: 2_000, multiline: true }),
});

const bulk = z.object({ applicationIds: z.array(recordId()).min(1).max(100) });

export const bulkSchema = bulk;

export const closeSchema = bulk.extend({
  reason: z.enum(EmployerCloseReason),
  message: optionalText({ max: 1_000, multiline: true }),
});

export const onboardSchema = z.object({ applicationId: recordId(), startedOn: z.string() });

@InputType({ description: 'Applications to write into a workbook.' })
export class ExportApplicationsInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The posting.' })
  jobPostingId!: string;

  @Field(() => ExportPurpose, { description: 'What the list is for; it is recorded.' })
  purpose!: ExportPurpose;
}

export const exportSchema = z.object({
  jobPostingId: recordId(),
  purpose: z.enum(ExportPurpose),
});
