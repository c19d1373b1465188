import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Organisation } from './organisation.model.js';

@ObjectType({ description: 'An organisation after a change.' })
export class OrganisationPayload extends Payload {
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation; null when refused.',
  })
  organisation?: Organisation | null;
}
