import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '../../organisations/index.js';
import { AnswerRecordLoader } from './answer-record.loader.js';
import { AnswerRecord } from './answer-record.model.js';

/** Fewer say nothing about an employer, and may say something about a person. */
const FEWEST = 5;

/** How an employer answers; it stands here because applications are here. */
@Resolver(() => Organisation)
export class AnswerRecordResolver {
  constructor(private readonly records: AnswerRecordLoader) {}

  @ResolveField(() => AnswerRecord, {
    nullable: true,
    description:
      'How reliably the employer answers applications; null while fewer than 5 answers came due. Requires: nothing.',
  })
  async answerRecord(@Parent() { id }: Organisation): Promise<AnswerRecord | null> {
    const record = await this.records.load(id);
    return record && record.due >= FEWEST ? record : null;
  }
}
