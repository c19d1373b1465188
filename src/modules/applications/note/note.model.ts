import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';
import { NoteVisibility } from '../../../generated/prisma/enums.js';
import { ApplicationIdInput, KEY } from '../application/application.inputs.js';

export { NoteVisibility };

registerEnumType(NoteVisibility, {
  name: 'NoteVisibility',
  description: 'Who reads a note.',
  valuesMap: {
    INTERNAL: { description: 'The employer only; the applicant never.' },
    SHARED: { description: 'The applicant too.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A note of the employer on an application.' })
export class ApplicationNote extends Node {
  @Field(() => NoteVisibility, { description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Field(() => String, { description: 'Its text.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  applicationId!: string;

  authorId!: string;
}

@InputType({ description: 'A note to write.' })
export class AddApplicationNoteInput extends ApplicationIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => NoteVisibility, {
    description: 'Who reads it; a shared note goes to the applicant and cannot be taken back.',
  })
  visibility!: NoteVisibility;

  @Field(() => String, { description: 'Its text, 1 to 2,000 characters.' })
  body!: string;
}

export const noteSchema = z.object({
  applicationId: recordId(),
  visibility: z.enum(NoteVisibility),
  body: text({ min: 1, max: 2_000, multiline: true }),
});
