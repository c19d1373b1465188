import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { RosterImport } from './roster-import.model.js';

@ObjectType({ description: 'An uploaded roster after a step.' })
export class RosterImportPayload extends Payload {
  @Field(() => RosterImport, {
    nullable: true,
    description: 'The uploaded roster; null when refused.',
  })
  rosterImport?: RosterImport | null;
}
