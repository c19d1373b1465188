import { Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { CodeTableEdition } from './code-table-edition.model.js';

/** Says which lists the platform works with, so that a reader of its figures can judge them. */
@Resolver(() => CodeTableEdition)
export class CodeTableEditionResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [CodeTableEdition], {
    description: 'Editions of the code tables in use, by name; at most 20. Requires: nothing.',
  })
  async codeTableEditions(): Promise<readonly CodeTableEdition[]> {
    return (await this.reference.tables()).editions;
  }
}
