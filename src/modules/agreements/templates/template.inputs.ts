import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { inputErrors } from '../../../core/errors/index.js';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, refuse, text } from '../../../core/validation/index.js';
import { TemplateVariableKind } from './template.model.js';
import type { VariableKind } from './template.rules.js';

@InputType({ description: 'A clause of a template.' })
export class AgreementTemplateClauseInput {
  @Field(() => String, { nullable: true, description: 'Heading, at most 100 characters.' })
  heading?: string | null;

  @Field(() => String, { description: 'What it says, at most 20,000 characters.' })
  body!: string;
}

@InputType({ description: 'A gap of a template.' })
export class AgreementTemplateVariableInput {
  @Field(() => String, { description: 'Its name in the text, at most 30 letters and digits.' })
  name!: string;

  @Field(() => String, { description: 'How it is asked for, at most 60 characters.' })
  label!: string;

  @Field(() => TemplateVariableKind, { description: 'What it takes.' })
  kind!: VariableKind;

  @Field(() => Boolean, { description: 'Whether it must be filled in.' })
  isRequired!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Most characters of a text, 1 to 2,000; 200 unless said.',
  })
  maxLength?: number | null;
}

@InputType({ description: 'What a template says.' })
export class AgreementTemplateContentInput {
  @Field(() => String, { description: 'Title of agreements drafted from it, 2 to 100 characters.' })
  title!: string;

  @Field(() => [AgreementTemplateClauseInput], { description: 'Its clauses, 1 to 100.' })
  clauses!: AgreementTemplateClauseInput[];

  @Field(() => [AgreementTemplateVariableInput], { description: 'What it asks for, at most 40.' })
  variables!: AgreementTemplateVariableInput[];
}

@InputType({ description: 'A new template of an organisation.' })
export class CreateAgreementTemplateInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Own organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Code of the kind of agreements it is for.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Code of the sub-kind; any unless said.' })
  subKind?: string | null;

  @Field(() => String, { description: 'What it is called, 2 to 100 characters.' })
  name!: string;

  @Field(() => AgreementTemplateContentInput, { description: 'What it says.' })
  content!: AgreementTemplateContentInput;
}

@InputType({ description: 'A template to archive.' })
export class ArchiveAgreementTemplateInput {
  @Field(() => ID, { description: 'The template.' })
  templateId!: string;
}

@InputType({ description: 'A new version of a template.' })
export class EditAgreementTemplateInput extends ArchiveAgreementTemplateInput {
  @Field(() => Int, { description: 'Version the change was made on.' })
  version!: number;

  @Field(() => String, { description: 'What it is called, 2 to 100 characters.' })
  name!: string;

  @Field(() => AgreementTemplateContentInput, { description: 'What it says.' })
  content!: AgreementTemplateContentInput;

  @Field(() => String, { nullable: true, description: 'What was changed, at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'What fills a gap.' })
export class AgreementTemplateValueInput {
  @Field(() => String, { description: 'Name of the gap.' })
  name!: string;

  @Field(() => String, { description: 'The value as it was typed; a day as 2026-09-01.' })
  value!: string;
}

@InputType({ description: 'A party whose name the text has: an organisation, or a name.' })
export class AgreementTemplatePartyInput {
  @Field(() => String, { description: 'Its role, a code of the kind.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name, of a person.' })
  name?: string | null;
}

@InputType({ description: 'Where a text was drafted from.' })
export class AgreementTemplateVersionInput {
  @Field(() => ID, { description: 'The template.' })
  templateId!: string;

  @Field(() => Int, { description: 'Its version.' })
  versionNumber!: number;
}

@ArgsType()
export class AgreementTemplatesArgs extends PageArgs {
  @Field(() => ID, { description: 'Own organisation.' })
  organisationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Archived ones instead of those in use.' })
  isArchived?: boolean | null;
}

@ArgsType()
export class AgreementTemplateTextArgs {
  @Field(() => ID, { description: 'Id of the template.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of a version; the present one unless said.',
  })
  versionNumber?: number | null;

  @Field(() => [AgreementTemplateValueInput], { description: 'What fills the gaps, at most 40.' })
  values!: AgreementTemplateValueInput[];

  @Field(() => [AgreementTemplatePartyInput], {
    nullable: true,
    description: 'The parties as far as they are known, at most 20.',
  })
  parties?: AgreementTemplatePartyInput[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the term.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the term.' })
  endsOn?: string | null;
}

const MAX_CHARACTERS = 60_000;

const contentSchema = z
  .object({
    title: text({ min: 2, max: 100 }),
    clauses: z
      .array(
        z.object({
          heading: optionalText({ max: 100 }).transform((heading) => heading ?? ''),
          body: text({ max: 20_000, multiline: true }),
        }),
      )
      .min(1)
      .max(100),
    variables: z
      .array(
        z
          .object({
            name: text({ max: 30 }),
            label: text({ max: 60 }),
            kind: z.enum(TemplateVariableKind),
            isRequired: z.boolean(),
            maxLength: z.int().min(1).max(2_000).nullish(),
          })
          .transform(({ maxLength, ...variable }) => ({
            ...variable,
            maxLength: variable.kind === 'TEXT' ? (maxLength ?? 200) : null,
          })),
      )
      .max(40),
  })
  .check((context) => {
    const length = context.value.clauses.reduce((sum, { body }) => sum + body.length, 0);
    if (length > MAX_CHARACTERS)
      refuse(context, inputErrors.TOO_LONG, { path: ['clauses'], params: { max: MAX_CHARACTERS } });
  });

export const createTemplateSchema = z.object({
  organisationId: recordId(),
  kind: z.string().max(40),
  subKind: z.string().max(40).nullish(),
  name: text({ min: 2, max: 100 }),
  content: contentSchema,
});
export const templateIdSchema = z.object({ templateId: recordId() });
export const editTemplateSchema = templateIdSchema.extend({
  version: z.int(),
  name: text({ min: 2, max: 100 }),
  content: contentSchema,
  note: optionalText({ max: 500, multiline: true }),
});
export const templateTextSchema = z.object({
  id: z.string(),
  versionNumber: z.int().nullish(),
  values: z.array(z.object({ name: z.string().max(60), value: z.string().max(4_000) })).max(40),
  parties: z
    .array(
      z.object({
        role: z.string().max(40),
        organisationId: recordId().nullish(),
        name: optionalText({ max: 100 }),
      }),
    )
    .max(20)
    .nullish(),
  startsOn: z.string().nullish(),
  endsOn: z.string().nullish(),
});
/** Of a new agreement. */
export const draftedFromSchema = z
  .object({ templateId: recordId(), versionNumber: z.int().min(1) })
  .nullish();
