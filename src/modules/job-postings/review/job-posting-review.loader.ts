import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { JobPostingReviewReader } from './job-posting-review.reader.js';
import type { JobPostingReview } from './review.model.js';

/** Latest review by posting; the caller has checked that the viewer may see it. */
@Injectable()
export class LatestReviewLoader extends BatchLoader<string, JobPostingReview> {
  constructor(private readonly reviews: JobPostingReviewReader) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, JobPostingReview>> {
    const rows = await this.reviews.latestOf(ids);
    return new Map(rows.map((row) => [row.jobPostingId, row]));
  }
}
