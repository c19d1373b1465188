import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** What every major object of the market has in common: an id that never changes and is never reused. */
@InterfaceType({ description: 'An object with an id of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'Id of the object, a UUID; stable and never reused.' })
  id!: string;
}
