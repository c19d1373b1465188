import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../core/graphql/index.js';

@ObjectType({ description: 'An edition of the privacy notice people agree to.' })
export class PrivacyNotice {
  @Field(() => Int, { description: 'Number of the edition; consent names it.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the edition came into force.' })
  publishedAt!: Date;

  @Field(() => String, { description: 'The text, in the language of the request.' })
  text!: string;
}
