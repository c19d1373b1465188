import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { ImportState } from '../../../generated/prisma/enums.js';

registerEnumType(ImportState, {
  name: 'JobPostingImportState',
  description: 'How far an import of postings has come.',
  valuesMap: {
    PREVIEWED: { description: 'Read and reported; nothing was written.' },
    RUNNING: { description: 'Under way.' },
    FINISHED: { description: 'Written.' },
    FAILED: { description: 'Ended by an error.' },
    UNDONE: { description: 'Taken back.' },
  },
});

@ObjectType({ description: 'A row, or a value of it, that was not taken.' })
export class JobPostingImportIssue {
  @Field(() => Int, { description: 'Line of the file, the header being line 1.' })
  line!: number;

  @Field(() => String, { description: 'Column it is about.' })
  field!: string;

  @Field(() => String, { description: 'Why: a code of the error catalogue.' })
  reason!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A table of postings an organisation uploaded. Seen by its officers.',
})
export class JobPostingImport extends Node {
  @Field(() => ImportState, { description: 'How far it has come.' })
  state!: ImportState;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => Int, { description: 'Rows of the file.' })
  rowCount!: number;

  @Field(() => Int, { description: 'Drafts that were made, or would be.' })
  createdCount!: number;

  @Field(() => Int, { description: 'Rows that were not taken.' })
  refusedCount!: number;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;

  organisationId!: string;
  storedFileId!: string | null;
}

@ObjectType({ description: 'A page of imports.' })
export class JobPostingImportConnection extends ConnectionOf(JobPostingImport) {}

@ObjectType({ description: 'A page of what was not taken.' })
export class JobPostingImportIssueConnection extends ConnectionOf(JobPostingImportIssue) {}
