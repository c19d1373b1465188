import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from './user-error.js';

/**
 * What every mutation returns: its object (null when refused) and the refusals.
 * Resolvers leave `userErrors` out; the mutation interceptor fills it.
 */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError], {
    description: 'Refusals by rules of the business; empty when the mutation was carried out.',
  })
  userErrors?: UserError[];
}
