import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, Payload } from '../graphql/index.js';
import { text } from '../validation/index.js';

@InputType({ description: 'A file that is about to be uploaded.' })
export class BeginFileUploadInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    description:
      'What the file is for, for example `organisationEvidence`; says which types and sizes are taken.',
  })
  purpose!: string;

  @Field(() => String, {
    description: 'Name of the file; kept without path and unsafe characters.',
  })
  fileName!: string;

  @Field(() => Int, { description: 'Exact size in bytes, at most 20 MB.' })
  sizeBytes!: number;
}

export const beginFileUploadSchema = z.object({
  purpose: text({ max: 50 }),
  // Cleaned by the store, not refused: people cannot help what their camera calls a file.
  fileName: z.string().min(1).max(1_000),
  sizeBytes: z.int(),
});

@ObjectType({ description: 'Where to send the bytes of an announced file.' })
export class FileUpload {
  @Field(() => ID, { description: 'Id of the file, to be named in the action that uses it.' })
  fileId!: string;

  @Field(() => String, { description: 'Address to PUT the bytes to, without any other header.' })
  uploadUrl!: string;

  @Field(() => DateTimeScalar, { description: 'When the address stops working.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The announced file.' })
export class BeginFileUploadPayload extends Payload {
  @Field(() => FileUpload, { nullable: true, description: 'Where to send it; null when refused.' })
  fileUpload?: FileUpload | null;
}
