import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { AudienceRule } from '../../job-postings/index.js';
import { AgreementTemplateVersionInput, draftedFromSchema } from '../templates/template.inputs.js';
import { AgreementContentInput, contentSchema } from './agreement-content.inputs.js';
import { AgreementState } from './agreement.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'A party: an organisation or a person.' })
export class AgreementPartyInput {
  @Field(() => String, { description: 'Its role, a code of the kind.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Account of the person.' })
  accountId?: string | null;
}

@InputType({ description: 'A new draft.' })
export class CreateAgreementInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation, one of the parties.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the kind; a school–enterprise cooperation unless said.',
  })
  kind?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The other side, where there are two parties and their roles follow from what they are.',
  })
  partnerId?: string | null;

  @Field(() => [AgreementPartyInput], {
    nullable: true,
    description: 'All parties with the own organisation, 2 to 20; instead of the partner.',
  })
  parties?: AgreementPartyInput[] | null;

  @Field(() => AgreementContentInput, { description: 'What it says.' })
  content!: AgreementContentInput;

  @Field(() => AgreementTemplateVersionInput, {
    nullable: true,
    description: 'The template its text was drafted from, where it was.',
  })
  template?: AgreementTemplateVersionInput | null;
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

  @Field(() => String, {
    nullable: true,
    description: 'What was changed and why, at most 500 characters.',
  })
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the change may void signatures that were given already.',
  })
  resetsSignatures?: boolean | null;
}

@InputType({ description: 'A draft to put before the parties.' })
export class ProposeAgreementInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;
}

@InputType({ description: 'A draft to show to the other parties.' })
export class ShareAgreementInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;
}

@InputType({ description: 'An agreement to go on with.' })
export class ResumeAgreementInput extends AgreementIdInput {}

@InputType({ description: 'A signature of what was opened to be signed.' })
export class SignAgreementInput extends AgreementIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Session of `beginAgreementSigning`; refused without one.',
  })
  signingSessionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Not used any more: the session knows who signs for whom.',
    deprecationReason: 'Use signingSessionId. Removed after 2027-06.',
  })
  organisationId?: string | null;

  @Field(() => String, {
    description: 'Hash of the text that was read, as `contentHash` gives it.',
  })
  contentHash!: string;

  @Field(() => Boolean, {
    description: 'True: the signer has read the whole text, agrees and may sign for the party.',
  })
  isConfirmed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Six digits that were sent, where the session needs a code.',
  })
  code?: string | null;
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
export class MyAgreementsArgs extends PageArgs {}

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

export const createSchema = z.object({
  organisationId: recordId(),
  kind: z.string().max(40).nullish(),
  partnerId: recordId().nullish(),
  parties: z
    .array(
      z.object({
        role: z.string().max(40),
        organisationId: recordId().nullish(),
        accountId: recordId().nullish(),
      }),
    )
    .max(20)
    .nullish(),
  content: contentSchema,
  template: draftedFromSchema,
});

export const agreementIdSchema = z.object({ agreementId: recordId() });

export const editSchema = agreementIdSchema.extend({
  version: z.int(),
  content: contentSchema,
  note: optionalText({ max: 500, multiline: true }),
  resetsSignatures: z.boolean().nullish(),
});

export const signSchema = agreementIdSchema.extend({
  signingSessionId: recordId().nullish(),
  contentHash: z.string(),
  isConfirmed: z.boolean(),
});

export const reasonSchema = agreementIdSchema.extend({ reason: text({ min: 2, max: 500 }) });

export const openPostingSchema = agreementIdSchema.extend({
  jobPostingId: recordId(),
  rule: z.enum(AudienceRule),
  partnersUntil: z.string().nullish(),
});

export type GivenParty = NonNullable<z.output<typeof createSchema>['parties']>[number];
