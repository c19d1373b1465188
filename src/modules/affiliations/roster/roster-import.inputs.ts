import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { recordId } from '../../../core/validation/index.js';

@InputType({ description: 'A roster to look at.' })
export class PreviewRosterImportInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The college.' })
  collegeId!: string;

  @Field(() => ID, {
    description: 'A file the caller uploaded for `studentRoster`, XLSX or CSV.',
  })
  fileId!: string;
}

@InputType({ description: 'A roster to apply.' })
export class ApplyRosterImportInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The previewed roster.' })
  rosterImportId!: string;
}

@InputType({ description: 'A roster to take back.' })
export class UndoRosterImportInput {
  @Field(() => ID, { description: 'The applied roster.' })
  rosterImportId!: string;
}

@ArgsType()
export class RosterImportsArgs extends PageArgs {
  @Field(() => ID, { description: 'The college.' })
  collegeId!: string;
}

@ArgsType()
export class RosterImportIssuesArgs extends PageArgs {
  @Field(() => ID, { description: 'The uploaded roster.' })
  rosterImportId!: string;
}

export const previewSchema = z.object({ collegeId: recordId(), fileId: recordId() });
export const rosterImportIdSchema = z.object({ rosterImportId: recordId() });
