import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { Agreement } from './agreement.model.js';

@ObjectType({ description: 'An agreement after a step.' })
export class AgreementPayload extends Payload {
  @Field(() => Agreement, { nullable: true, description: 'The agreement; null when refused.' })
  agreement?: Agreement | null;
}
