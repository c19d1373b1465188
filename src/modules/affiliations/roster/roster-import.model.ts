import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { RosterImportState } from '../../../generated/prisma/enums.js';
import type { RosterIssueReasonName } from './roster-row.js';

export { RosterImportState };

registerEnumType(RosterImportState, {
  name: 'RosterImportState',
  description: 'How far an uploaded roster has come.',
  valuesMap: {
    PREVIEWED: { description: 'Read and compared; nothing was written.' },
    APPLIED: { description: 'Written.' },
    UNDONE: { description: 'Taken back, as far as nobody had acted on it.' },
  },
});

export const RosterIssueReason = {
  REQUIRED: 'REQUIRED',
  MALFORMED: 'MALFORMED',
  TOO_LONG: 'TOO_LONG',
  UNKNOWN_MAJOR: 'UNKNOWN_MAJOR',
  UNKNOWN_EDUCATION: 'UNKNOWN_EDUCATION',
  IMPLAUSIBLE_YEAR: 'IMPLAUSIBLE_YEAR',
  DUPLICATE: 'DUPLICATE',
  UNREADABLE: 'UNREADABLE',
} as const satisfies Record<RosterIssueReasonName, string>;

registerEnumType(RosterIssueReason, {
  name: 'RosterIssueReason',
  description: 'Why a row of a roster was refused.',
  valuesMap: {
    REQUIRED: { description: 'The cell is empty, and the student is new.' },
    MALFORMED: { description: 'The value has a form it cannot have.' },
    TOO_LONG: { description: 'The value is too long.' },
    UNKNOWN_MAJOR: { description: 'The catalogue has no major with this code.' },
    UNKNOWN_EDUCATION: { description: 'This is no education we know.' },
    IMPLAUSIBLE_YEAR: { description: 'No student of today graduates in that year.' },
    DUPLICATE: { description: 'The student number stands in the file before.' },
    UNREADABLE: { description: 'The row cannot be read at all.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'An uploaded roster of a college. Seen by the college alone.',
})
export class RosterImport extends Node {
  @Field(() => RosterImportState, { description: 'How far it has come.' })
  state!: RosterImportState;

  @Field(() => Int, { description: 'Rows in the file, without its header.' })
  rowCount!: number;

  @Field(() => Int, { description: 'Students who were not on the roster.' })
  newCount!: number;

  @Field(() => Int, { description: 'Students of whom something changed.' })
  changedCount!: number;

  @Field(() => Int, { description: 'Students who stay as they were.' })
  unchangedCount!: number;

  @Field(() => Int, { description: 'Rows that are not taken; their report says why.' })
  refusedCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Students an undo took back or put back; null while it is not undone.',
  })
  undoneCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Students an undo left as they are, because somebody acted on them since; null while it is not undone.',
  })
  keptCount!: number | null;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was applied.' })
  appliedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone.' })
  undoneAt!: Date | null;

  collegeId!: string;
  fileId!: string;
}

@ObjectType({ description: 'A page of uploaded rosters.' })
export class RosterImportConnection extends ConnectionOf(RosterImport) {}

@ObjectType({ description: 'Why a row of a roster was refused.' })
export class RosterImportIssue {
  @Field(() => Int, { description: 'Row of the file, the header being row 1.' })
  row!: number;

  @Field(() => String, { description: 'Column by our name, for example `graduationYear`.' })
  field!: string;

  @Field(() => RosterIssueReason, { description: 'What is wrong with it.' })
  reason!: RosterIssueReasonName;
}

@ObjectType({ description: 'A page of a row report.' })
export class RosterImportIssueConnection extends ConnectionOf(RosterImportIssue) {}
