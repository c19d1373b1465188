import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import type { AnswerRecord } from './answer-record.model.js';
import { AnswerRecordReader } from './answer-record.reader.js';

/** Answer records by organisation. */
@Injectable()
export class AnswerRecordLoader extends BatchLoader<string, AnswerRecord> {
  constructor(private readonly records: AnswerRecordReader) {
    super();
  }

  protected override batch(organisationIds: readonly string[]): Promise<Map<string, AnswerRecord>> {
    return this.records.of(organisationIds);
  }
}
