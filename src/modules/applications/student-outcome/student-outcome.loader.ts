import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import type { StudentOutcome } from './student-outcome.model.js';
import { StudentOutcomeReader } from './student-outcome.reader.js';

/** Outcomes by account. */
@Injectable()
export class StudentOutcomeLoader extends BatchLoader<string, StudentOutcome> {
  constructor(private readonly outcomes: StudentOutcomeReader) {
    super();
  }

  protected override batch(accountIds: readonly string[]): Promise<Map<string, StudentOutcome>> {
    return this.outcomes.outcomesOf(accountIds);
  }
}
