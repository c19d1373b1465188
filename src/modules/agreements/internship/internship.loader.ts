import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import { InternshipReader } from './internship.reader.js';
import type { InternshipText } from './internship.rules.js';

/** Internships by agreement; at most one each. */
@Injectable()
export class InternshipLoader extends GroupLoader<string, InternshipText> {
  constructor(private readonly internships: InternshipReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, InternshipText[]>> {
    return this.internships.currentOf(ids);
  }
}
