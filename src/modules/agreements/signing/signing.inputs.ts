import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';
import { AgreementSignatoryRole } from '../agreement/agreement.enums.js';
import { AgreementIdInput } from '../agreement/agreement.inputs.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };
const TURN = { description: 'The turn.' };

@InputType({ description: 'A text to open in order to sign it: by a turn one sees, or by a link.' })
export class BeginAgreementSigningInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The turn to take.' })
  signatoryId?: string | null;

  @Field(() => String, { nullable: true, description: 'Last part of the link one was sent.' })
  linkToken?: string | null;
}

@InputType({ description: 'Where to send a code for.' })
export class SendAgreementSigningCodeInput {
  @Field(() => ID, { description: 'What was opened to be signed.' })
  signingSessionId!: string;
}

@InputType({ description: 'A text that was read to its end.' })
export class NoteAgreementReadInput {
  @Field(() => ID, { description: 'What was opened to be signed.' })
  signingSessionId!: string;
}

@InputType({ description: 'A turn of a signatory.' })
export class AgreementTurnInput {
  @Field(() => ID, TURN)
  signatoryId!: string;
}

@InputType({ description: 'A text that its reviewer approves.' })
export class ApproveAgreementReviewInput extends AgreementTurnInput {
  @Field(() => String, {
    nullable: true,
    description: 'Hash of the text that was read, as `contentHash` gives it; refused without it.',
  })
  contentHash?: string | null;
}

@InputType({ description: 'A turn and why it is refused.' })
export class DeclineAgreementTurnInput extends AgreementTurnInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'A turn that begins anew.' })
export class ExtendAgreementTurnInput extends AgreementTurnInput {
  @Field(() => Int, { description: 'For how many days from now, 1 to 365.' })
  days!: number;
}

@InputType({ description: 'A turn and who is to take it.' })
export class ReassignAgreementTurnInput extends AgreementTurnInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Account of a member; none: whoever may sign for the organisation.',
  })
  accountId?: string | null;
}

@InputType({ description: 'Somebody who is to review or sign.' })
export class AgreementSignatoryInput {
  @Field(() => Int, { description: 'Position of the party.' })
  partyPosition!: number;

  @Field(() => AgreementSignatoryRole, { description: 'What is asked of him.' })
  role!: AgreementSignatoryRole;

  @Field(() => Int, {
    description: 'Equal steps go side by side, ascending ones one after the other; 1 to 99.',
  })
  step!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of a member, or of a guardian; none: whoever may, or comes by a link.',
  })
  accountId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long the turn lasts, 1 to 365 days; as the kind says unless said.',
  })
  turnDays?: number | null;
}

@InputType({ description: 'Who reviews and signs an agreement, and in which order.' })
export class ArrangeAgreementSignatoriesInput extends AgreementIdInput {
  @Field(() => [AgreementSignatoryInput], { description: 'All of them, 1 to 60.' })
  signatories!: AgreementSignatoryInput[];
}

@InputType({ description: 'A new link to a turn.' })
export class IssueAgreementSigningLinkInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, TURN)
  signatoryId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days, 1 to 90; 14 unless said.',
  })
  days?: number | null;
}

@InputType({ description: 'A link to take back.' })
export class RevokeAgreementSigningLinkInput {
  @Field(() => ID, { description: 'The link.' })
  linkId!: string;
}

@InputType({ description: 'A power of attorney: who may take a turn in whose place.' })
export class DelegateAgreementTurnInput extends AgreementTurnInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Account of the delegate.' })
  delegateId!: string;

  @Field(() => ID, { description: 'The signed power, a PDF uploaded for `agreementPower`.' })
  fileId!: string;

  @Field(() => DateScalar, { description: 'First day it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, { description: 'Last day it holds.' })
  validUntil!: string;
}

@InputType({ description: 'A power of attorney to take back.' })
export class RevokeAgreementDelegationInput {
  @Field(() => ID, { description: 'The power.' })
  delegationId!: string;
}

@InputType({ description: 'A text signed and stamped on paper.' })
export class UploadAgreementPaperInput extends AgreementTurnInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The scan, a PDF uploaded for `agreementPaper`.' })
  fileId!: string;

  @Field(() => String, { description: 'Hash of the text that was printed.' })
  contentHash!: string;
}

@InputType({ description: 'A scan that was checked.' })
export class CheckAgreementPaperInput {
  @Field(() => ID, { description: 'The scan.' })
  paperCopyId!: string;
}

@InputType({ description: 'A scan that is refused, and why.' })
export class RefuseAgreementPaperInput extends CheckAgreementPaperInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters.' })
  reason!: string;
}

const turn = z.object({ signatoryId: recordId() });
const paper = z.object({ paperCopyId: recordId() });
const reason = text({ min: 2, max: 500 });
const days = z.int().min(1).max(365);

export const beginSigningSchema = z.object({
  signatoryId: recordId().nullish(),
  linkToken: z.string().max(200).nullish(),
});
export const signingSessionIdSchema = z.object({ signingSessionId: recordId() });
export const turnSchema = turn;
export const approveSchema = turn.extend({ contentHash: z.string().nullish() });
export const declineSchema = turn.extend({ reason });
export const extendSchema = turn.extend({ days });
export const reassignSchema = turn.extend({ accountId: recordId().nullish() });
export const arrangeSchema = z.object({
  agreementId: recordId(),
  signatories: z
    .array(
      z.object({
        partyPosition: z.int().min(1).max(20),
        role: z.enum(AgreementSignatoryRole),
        step: z.int().min(1).max(99),
        accountId: recordId().nullish(),
        turnDays: days.nullish(),
      }),
    )
    .min(1)
    .max(60),
});
export const issueLinkSchema = z.object({
  agreementId: recordId(),
  signatoryId: recordId(),
  days: z.int().min(1).max(90).nullish(),
});
export const revokeLinkSchema = z.object({ linkId: recordId() });
export const delegateSchema = turn.extend({
  delegateId: recordId(),
  fileId: recordId(),
  validFrom: z.string(),
  validUntil: z.string(),
});
export const revokeDelegationSchema = z.object({ delegationId: recordId() });
export const uploadPaperSchema = turn.extend({ fileId: recordId(), contentHash: z.string() });
export const checkPaperSchema = paper;
export const refusePaperSchema = paper.extend({ reason });

export type GivenSignatory = z.output<typeof arrangeSchema>['signatories'][number];
