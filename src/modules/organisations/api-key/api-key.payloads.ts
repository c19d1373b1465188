import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../core/graphql/index.js';
import { ApiKey } from './api-key.model.js';

@ObjectType({ description: 'What became of an API key.' })
export class ApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null when refused.' })
  apiKey?: ApiKey | null;
}

@ObjectType({ description: 'A new API key.' })
export class CreateApiKeyPayload extends ApiKeyPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The token, shown this once; null when refused and when the request is a repeated one.',
  })
  token?: string | null;
}
