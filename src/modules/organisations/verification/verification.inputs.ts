import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { EvidenceKind, RefusalReason } from './verification.enums.js';

@InputType({ description: 'A file that shows something.' })
export class EvidenceInput {
  @Field(() => ID, { description: 'An uploaded file of the caller.' })
  fileId!: string;

  @Field(() => EvidenceKind, { description: 'What it shows.' })
  kind!: EvidenceKind;
}

@InputType({ description: 'A request to be verified.' })
export class SubmitVerificationInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation to verify.' })
  organisationId!: string;

  @Field(() => [EvidenceInput], {
    description: 'Papers, 1 to 20 files; which ones says `evidenceRequirements`.',
  })
  evidence!: EvidenceInput[];

  @Field(() => String, {
    nullable: true,
    description: 'A word to the bureau, up to 1,000 characters.',
  })
  note?: string | null;
}

@InputType({ description: 'A verification to act upon.' })
export class VerificationIdInput {
  @Field(() => ID, { description: 'The verification.' })
  verificationId!: string;
}

@InputType({ description: 'A verification to take on.' })
export class ClaimVerificationInput extends VerificationIdInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'An approval.' })
export class ApproveVerificationInput extends VerificationIdInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it holds, within six months; the latest possible one when left out.',
  })
  validUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the organisation, up to 2,000 characters.',
  })
  text?: string | null;
}

@InputType({ description: 'A refusal, of a verification or of its appeal.' })
export class RefuseVerificationInput extends VerificationIdInput {
  @Field(() => RefusalReason, { description: 'Why.' })
  reason!: RefusalReason;

  @Field(() => String, { description: 'What is wrong and what would help, 5 to 2,000 characters.' })
  text!: string;
}

@InputType({ description: 'An appeal against a refusal.' })
export class AppealVerificationInput extends VerificationIdInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Why the refusal is wrong, 5 to 2,000 characters.' })
  text!: string;
}

@InputType({ description: 'Which verifications the queue holds; conditions add up.' })
export class VerificationQueueFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those the viewer has taken on.' })
  isMine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose due day has passed.' })
  isOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only appeals, or only first decisions.' })
  isAppeal?: boolean | null;
}

@ArgsType()
export class VerificationQueueArgs extends PageArgs {
  @Field(() => VerificationQueueFilter, {
    nullable: true,
    description: 'Which ones; all open ones when left out.',
  })
  filter?: VerificationQueueFilter | null;
}

const explanation = () => text({ min: 5, max: 2000, multiline: true });

export const submissionSchema = z.object({
  organisationId: recordId(),
  evidence: z
    .array(z.object({ fileId: recordId(), kind: z.enum(EvidenceKind) }))
    .min(1)
    .max(20),
  note: optionalText({ max: 1000, multiline: true }),
});
export const verificationIdSchema = z.object({ verificationId: recordId() });
export const approvalSchema = z.object({
  verificationId: recordId(),
  validUntil: z.string().nullish(),
  text: optionalText({ max: 2000, multiline: true }),
});
export const refusalSchema = z.object({
  verificationId: recordId(),
  reason: z.enum(RefusalReason),
  text: explanation(),
});
export const appealSchema = z.object({ verificationId: recordId(), text: explanation() });
