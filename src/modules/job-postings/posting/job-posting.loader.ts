import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import type { JobPosting } from './job-posting.model.js';
import { JobPostingReader } from './job-posting.reader.js';

/** A posting that another object names: whoever may see that object may see the posting behind it, open or not. */
@Injectable()
export class JobPostingLoader extends BatchLoader<string, JobPosting> {
  constructor(private readonly postings: JobPostingReader) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, JobPosting>> {
    const rows = await this.postings.findAny(ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
