import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Application } from './application.model.js';

@ObjectType({ description: 'An application after a step.' })
export class ApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: 'The application; null when refused.' })
  application?: Application | null;
}

@ObjectType({ description: 'What became of one application of a bulk action.' })
export class ApplicationBulkItem {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;

  @Field(() => String, { nullable: true, description: 'Code of the refusal; null when done.' })
  refusal!: string | null;
}

@ObjectType({ description: 'Applications after a bulk action, each on its own.' })
export class ApplicationsPayload extends Payload {
  @Field(() => [ApplicationBulkItem], {
    nullable: true,
    description: 'What became of each, at most 100; null when refused as a whole.',
  })
  items?: ApplicationBulkItem[] | null;
}

@ObjectType({ description: 'A file to download.' })
export class ApplicationExportPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Signed address of the workbook, good for some minutes; null when refused.',
  })
  downloadUrl?: string | null;
}
