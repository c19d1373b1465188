import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';

@ObjectType({ description: 'A file a person shows with a profile. Seen by the person alone.' })
export class PortfolioFile {
  @Field(() => ID, { description: 'Id of the stored file.' })
  fileId!: string;

  @Field(() => String, { description: 'What the person calls it.' })
  title!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt!: Date;
}

@InputType({ description: 'A file to show.' })
export class AddPortfolioFileInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, {
    description: 'A file the caller uploaded for `portfolioFile`: a document or a picture.',
  })
  fileId!: string;

  @Field(() => String, { description: 'What to call it, up to 60 characters.' })
  title!: string;
}

@InputType({ description: 'A file to take out.' })
export class RemovePortfolioFileInput {
  @Field(() => ID, { description: 'The stored file.' })
  fileId!: string;
}

export const addSchema = z.object({ fileId: recordId(), title: text({ max: 60 }) });
export const removeSchema = z.object({ fileId: recordId() });
