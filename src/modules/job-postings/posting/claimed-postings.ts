import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Outbox } from '../../../core/events/index.js';
import type { Organisation } from '../../organisations/index.js';
import { jobPostingErrors } from './job-posting.errors.js';
import { jobPostingClaimed } from './job-posting.events.js';
import type { JobPosting } from './job-posting.model.js';
import { JobPostingRepository, type PostingContentRow } from './job-posting.repository.js';
import { derivedColumns, namesSameEmployer } from './job-posting.rules.js';
import { PostingSteps } from './posting-steps.service.js';

/** Turns an external posting into an employer's own draft. */
@Injectable()
export class ClaimedPostings {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
    private readonly outbox: Outbox,
  ) {}

  /** The posting is locked, and the actor may act for the organisation. */
  async claim(actor: Actor, posting: JobPosting, organisation: Organisation): Promise<void> {
    const field = ['jobPostingId'];
    if (posting.publication === 'OWN')
      throw posting.source === null
        ? jobPostingErrors.NOT_EXTERNAL({ field })
        : jobPostingErrors.ALREADY_CLAIMED({ field });
    if (organisation.standing !== 'VERIFIED')
      throw jobPostingErrors.ORGANISATION_NOT_VERIFIED({ field: ['organisationId'] });
    if (!namesSameEmployer(posting.employerName, organisation.name))
      throw jobPostingErrors.CLAIM_NAME_DIFFERS({ field });
    const before = await this.postings.content(posting.id);
    const after: PostingContentRow = { ...before, organisationId: organisation.id };
    await this.steps.change(actor, posting, {
      transition: 'claim',
      by: 'CLAIMANT',
      columns: {
        publication: 'OWN',
        organisationId: organisation.id,
        ...derivedColumns(after, organisation.name),
        createdBy: actor.accountId ?? actor.apiKeyId,
      },
    });
    await this.outbox.record(
      jobPostingClaimed,
      { jobPostingId: posting.id, organisationId: organisation.id },
      { type: 'jobPosting', id: posting.id },
    );
  }
}
