import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { recordId } from '../../../core/validation/index.js';

const KEY = 'Key of this request: repeated with it, the same answer comes back.';

@InputType({ description: 'A table of postings to import as drafts.' })
export class ImportJobPostingsInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'An uploaded file of the purpose jobPostingTable, CSV or XLSX.' })
  fileId!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether to read and report only; applying it is a step of its own then.',
  })
  isDryRun!: boolean;
}

@InputType({ description: 'A previewed import to write.' })
export class ApplyJobPostingImportInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The import.' })
  importId!: string;
}

@InputType({ description: 'An import to take back.' })
export class UndoJobPostingImportInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;
}

@ArgsType()
export class JobPostingImportsArgs extends PageArgs {
  @Field(() => ID, { description: 'Of this organisation.' })
  organisationId!: string;
}

@ArgsType()
export class JobPostingImportIssuesArgs extends PageArgs {
  @Field(() => ID, { description: 'Of this import.' })
  importId!: string;
}

export const importSchema = z.object({
  organisationId: recordId(),
  fileId: recordId(),
  isDryRun: z.boolean().default(true),
});
export const importIdSchema = z.object({ importId: recordId() });
