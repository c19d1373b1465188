import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { jobPostingClosed } from '../../job-postings/index.js';
import { ApplicationClosing } from './application-closing.service.js';

type Cause = 'STOPPED' | 'EXPIRED' | 'FILLED' | 'WITHDRAWN_BY_SOURCE' | 'REMOVED';

/** When a posting ends, so do the applications to it. */
@Injectable()
export class ApplicationListener {
  constructor(private readonly closing: ApplicationClosing) {}

  @OnEvent(jobPostingClosed)
  async postingClosed({
    jobPostingId,
    cause,
  }: {
    jobPostingId: string;
    cause: Cause;
  }): Promise<void> {
    await this.closing.closeFor(jobPostingId, cause);
  }
}
