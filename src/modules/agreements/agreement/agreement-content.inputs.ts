import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar } from '../../../core/graphql/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { AgreementInternshipInput, internshipSchema } from '../internship/internship.inputs.js';
import { AgreementObligationInput, obligationsSchema } from '../obligations/obligation.inputs.js';
import { CooperationForm } from './agreement.enums.js';

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

const MAX_CLAUSE_CHARACTERS = 20_000;
const MAX_CHARACTERS = 60_000;

export const contentSchema = z
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

export type GivenContent = z.output<typeof contentSchema>;
