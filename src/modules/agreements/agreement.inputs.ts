import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../core/graphql/index.js';
import { recordId, text } from '../../core/validation/index.js';
import { AudienceRule } from '../job-postings/index.js';
import { AgreementState, CooperationForm } from './agreement.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'What an agreement says.' })
export class AgreementContentInput {
  @Field(() => CooperationForm, { description: 'What the parties do together.' })
  form!: CooperationForm;

  @Field(() => String, { description: 'Title, 2 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'Terms in full, 10 to 20,000 characters.' })
  terms!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Students a year the enterprise promises to take, 1 to 100,000.',
  })
  promisedStudents?: number | null;

  @Field(() => DateScalar, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its term, today or later.' })
  endsOn!: string;
}

@InputType({ description: 'A new draft.' })
export class CreateAgreementInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation, a college or an enterprise.' })
  organisationId!: string;

  @Field(() => ID, { description: 'The other side: an enterprise or a college.' })
  partnerId!: string;

  @Field(() => AgreementContentInput, { description: 'What it says.' })
  content!: AgreementContentInput;
}

@InputType({ description: 'An agreement to act upon.' })
export class AgreementIdInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;
}

@InputType({ description: 'A changed draft.' })
export class EditAgreementInput extends AgreementIdInput {
  @Field(() => Int, { description: 'Version the change was made on.' })
  version!: number;

  @Field(() => AgreementContentInput, { description: 'What it says now.' })
  content!: AgreementContentInput;
}

@InputType({ description: 'A draft to put before both parties.' })
export class ProposeAgreementInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;
}

@InputType({ description: 'A signature.' })
export class SignAgreementInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation that signs.' })
  organisationId!: string;

  @Field(() => String, {
    description: 'Hash of the text that was read, as `contentHash` gives it.',
  })
  contentHash!: string;

  @Field(() => Boolean, {
    description:
      'True: the signer has read the whole text, agrees and may sign for the organisation.',
  })
  isConfirmed!: boolean;
}

@InputType({ description: 'An agreement and why it is ended or sent back.' })
export class AgreementReasonInput extends AgreementIdInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'A posting to open to the partner college.' })
export class OpenPostingToPartnerInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'An own posting of the enterprise.' })
  jobPostingId!: string;

  @Field(() => AudienceRule, { description: 'Partners first until a day, or partners only.' })
  rule!: AudienceRule;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which partners alone see it; needed for partners first.',
  })
  partnersUntil?: string | null;
}

@ArgsType()
export class AgreementsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those of this organisation of the viewer.',
  })
  organisationId?: string | null;

  @Field(() => [AgreementState], { nullable: true, description: 'Only in one of these states.' })
  states?: AgreementState[] | null;
}

const contentSchema = z.object({
  form: z.enum(CooperationForm),
  title: text({ min: 2, max: 100 }),
  terms: text({ min: 10, max: 20_000, multiline: true }),
  promisedStudents: z.int().min(1).max(100_000).nullish(),
  startsOn: z.string(),
  endsOn: z.string(),
});

export const createSchema = z.object({
  organisationId: recordId(),
  partnerId: recordId(),
  content: contentSchema,
});

export const agreementIdSchema = z.object({ agreementId: recordId() });

export const editSchema = agreementIdSchema.extend({ version: z.int(), content: contentSchema });

export const signSchema = agreementIdSchema.extend({
  organisationId: recordId(),
  contentHash: z.string(),
  isConfirmed: z.boolean(),
});

export const reasonSchema = agreementIdSchema.extend({ reason: text({ min: 2, max: 500 }) });

export const openPostingSchema = agreementIdSchema.extend({
  jobPostingId: recordId(),
  rule: z.enum(AudienceRule),
  partnersUntil: z.string().nullish(),
});

export type AgreementContentColumns = z.output<typeof contentSchema>;
