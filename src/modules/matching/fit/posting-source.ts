import { Injectable } from '@nestjs/common';
import { JobPostingReader, type JobPostingMatchFeatures } from '../../job-postings/index.js';

const BATCH = 2_000;

/** The open postings of this installation, for learning from their words. */
@Injectable()
export class PostingSource {
  constructor(private readonly postings: JobPostingReader) {}

  async titles(): Promise<string[]> {
    return (await this.open()).map(({ title }) => title);
  }

  async skills(): Promise<string[][]> {
    return (await this.open()).map(({ skills }) => skills.map(({ name }) => name));
  }

  async ids(): Promise<string[]> {
    return (await this.open()).map(({ jobPostingId }) => jobPostingId);
  }

  private async open(): Promise<JobPostingMatchFeatures[]> {
    const found: JobPostingMatchFeatures[] = [];
    for (;;) {
      const after: string | null = found.at(-1)?.jobPostingId ?? null;
      const batch = await this.postings.matchFeatures({ after, limit: BATCH });
      found.push(...batch);
      if (batch.length < BATCH) return found;
    }
  }
}
