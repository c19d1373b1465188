import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { AudienceRule } from '../../job-postings/index.js';
import { AgreementInternshipInput, internshipSchema } from '../internship/internship.inputs.js';
import { AgreementObligationInput, obligationsSchema } from '../obligations/obligation.inputs.js';
import { AgreementTemplateVersionInput, draftedFromSchema } from '../templates/template.inputs.js';
import { AgreementState, CooperationForm } from './agreement.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'A clause, plain text.' })
export class AgreementClauseInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Key of a clause an earlier version has; none for a new one.',
  })
  key?: string | null;

  @Field(() => String, { nullable: true, description: 'Heading, at most 100 characters.' })
  heading?: string | null;

  @Field(() => String, { description: 'What it says, 1 to 20,000 characters.' })
  body!: string;
}

@InputType({ description: 'A PDF that belongs to the text.' })
export class AgreementAnnexInput {
  @Field(() => String, { description: 'Title, 1 to 100 characters.' })
  title!: string;

  @Field(() => ID, { description: 'Uploaded for `agreementAnnex`, or of an earlier version.' })
  fileId!: string;
}

@InputType({ description: 'What an agreement says: its terms in one piece, or clauses.' })
export class AgreementContentInput {
  @Field(() => CooperationForm, {
    nullable: true,
    description: 'What the parties do together; of a school–enterprise cooperation only.',
  })
  form?: CooperationForm | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the sub-kind, where the kind has some; instead of `form`.',
  })
  subKind?: string | null;

  @Field(() => String, { description: 'Title, 2 to 100 characters.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Terms in full, 10 to 20,000 characters; instead of clauses.',
  })
  terms?: string | null;

  @Field(() => [AgreementClauseInput], {
    nullable: true,
    description: 'Its clauses, 1 to 100, at most 60,000 characters in all.',
  })
  clauses?: AgreementClauseInput[] | null;

  @Field(() => [AgreementAnnexInput], {
    nullable: true,
    description: 'Its annexes, at most 10; left out in an edit they stay as they are.',
  })
  annexes?: AgreementAnnexInput[] | null;

  @Field(() => [AgreementObligationInput], {
    nullable: true,
    description: 'What the parties promise, at most 20; left out in an edit they stay as they are.',
  })
  obligations?: AgreementObligationInput[] | null;

  @Field(() => AgreementInternshipInput, {
    nullable: true,
    description:
      'How the student of an internship works and is paid; left out in an edit it stays as it is.',
  })
  internship?: AgreementInternshipInput | null;

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

const MAX_CLAUSE_CHARACTERS = 20_000;
const MAX_CHARACTERS = 60_000;

const contentSchema = z
  .object({
    form: z.enum(CooperationForm).nullish(),
    subKind: z.string().max(40).nullish(),
    title: text({ min: 2, max: 100 }),
    terms: text({ min: 10, max: MAX_CLAUSE_CHARACTERS, multiline: true }).nullish(),
    clauses: z
      .array(
        z.object({
          key: recordId().nullish(),
          heading: optionalText({ max: 100 }),
          body: text({ min: 1, max: MAX_CLAUSE_CHARACTERS, multiline: true }),
        }),
      )
      .min(1)
      .max(100)
      .nullish(),
    annexes: z
      .array(z.object({ title: text({ min: 1, max: 100 }), fileId: recordId() }))
      .max(10)
      .nullish(),
    obligations: obligationsSchema,
    internship: internshipSchema,
    promisedStudents: z.int().min(1).max(100_000).nullish(),
    startsOn: z.string(),
    endsOn: z.string(),
  })
  .check((context) => {
    const { terms, clauses } = context.value;
    if ((terms ?? null) === null && !clauses)
      refuse(context, inputErrors.REQUIRED, { path: ['terms'] });
    if (terms && clauses) refuse(context, inputErrors.MALFORMED, { path: ['clauses'] });
    const length = (clauses ?? []).reduce((sum, { body }) => sum + body.length, 0);
    if (length > MAX_CHARACTERS)
      refuse(context, inputErrors.TOO_LONG, { path: ['clauses'], params: { max: MAX_CHARACTERS } });
  });

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

export type GivenContent = z.output<typeof contentSchema>;
export type GivenParty = NonNullable<z.output<typeof createSchema>['parties']>[number];
