import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';

@ObjectType({
  implements: () => [Node],
  description: 'A credential of an organisation’s own program. Requires: ORGANISATION_MANAGE.',
})
export class ApiKey extends Node {
  @Field(() => String, { description: 'What the organisation calls it.' })
  name!: string;

  @Field(() => String, { description: 'First characters of the token, to tell keys apart.' })
  tokenPrefix!: string;

  @Field(() => [String], { description: 'Permissions the key has, by name.' })
  scopes!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'First instant at which it no longer works.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to the minute; null when never.',
  })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; null when it was not.',
  })
  revokedAt!: Date | null;

  organisationId!: string;

  createdBy!: string;
}
