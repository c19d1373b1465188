import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../core/graphql/index.js';

@ObjectType({ description: 'Which edition of a code table this platform works with.' })
export class CodeTableEdition {
  @Field(() => String, { description: 'Name of the table.' })
  name!: string;

  @Field(() => String, { description: 'Edition of the list.' })
  edition!: string;

  @Field(() => String, { description: 'Where the list comes from.' })
  source!: string;

  @Field(() => Int, { description: 'Number of its entries.' })
  rowCount!: number;

  @Field(() => DateTimeScalar, { description: 'When this installation loaded it.' })
  loadedAt!: Date;

  /** SHA-256 over the files it was made from. */
  checksum!: string;
}
