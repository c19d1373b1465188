import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { JobPostingReviewRepository } from '../review/job-posting-review.repository.js';
import { reviewDueAt } from '../review/review.rules.js';
import { blocksPublication, checkWording, type WordingFinding } from '../wording/wording-check.js';
import { jobPostingErrors } from './job-posting.errors.js';
import {
  postingIdSchema,
  submitSchema,
  type JobPostingIdInput,
  type SubmitJobPostingInput,
} from './job-posting.inputs.js';
import { jobPostingMachine } from './job-posting.machine.js';
import type { JobPosting } from './job-posting.model.js';
import { mayManage } from './job-posting.policy.js';
import { JobPostingRepository, type PostingContentRow } from './job-posting.repository.js';
import { contentOf, dayOf, derivedColumns, missingElements } from './job-posting.rules.js';
import { checkValidity } from './posting-content.service.js';
import { PostingSteps } from './posting-steps.service.js';

/** The way of a posting to the bureau: what has to hold before anyone looks at it, whoever sends it. */
@Injectable()
export class PostingSubmissionService {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly reviews: JobPostingReviewRepository,
    private readonly steps: PostingSteps,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async submit(actor: Actor, input: SubmitJobPostingInput): Promise<string> {
    const { jobPostingId, publishAt } = parseInput(submitSchema, input);
    const posting = await this.requireManaged(actor, jobPostingId);
    const content = await this.postings.content(jobPostingId);
    jobPostingMachine.next(posting.state, 'submit', 'EMPLOYER');
    const findings = await this.check(jobPostingId, content);
    this.checkPublishAt(publishAt ?? null, content);
    await this.steps.change(actor, posting, {
      transition: 'submit',
      by: 'EMPLOYER',
      columns: { publishAt: publishAt ?? null },
    });
    await this.startReview(posting, findings);
    return jobPostingId;
  }

  /** Takes it back before it is published, to change it. */
  async recall(actor: Actor, input: JobPostingIdInput): Promise<string> {
    const { jobPostingId } = parseInput(postingIdSchema, input);
    const posting = await this.requireManaged(actor, jobPostingId);
    await this.steps.change(actor, posting, {
      transition: 'recall',
      by: 'EMPLOYER',
      columns: { publishAt: null },
    });
    return jobPostingId;
  }

  /** A published posting that was changed materially; it was checked and written before. */
  async revise(actor: Actor, posting: JobPosting, after: PostingContentRow): Promise<void> {
    await this.steps.change(actor, posting, { transition: 'revise', by: 'EMPLOYER' });
    await this.startReview(posting, checkWording(textsOf(after)));
  }

  /** What has to hold for anything that is or is to be published; answers what the wording check warns of. */
  async check(
    id: string,
    content: PostingContentRow,
    field?: readonly string[],
  ): Promise<WordingFinding[]> {
    const at = field && { field };
    const missing = missingElements(contentOf(content));
    if (missing.length > 0)
      throw jobPostingErrors.INCOMPLETE({ ...at, params: { elements: missing } });
    if (content.validThrough)
      checkValidity(dayOf(content.validThrough), this.clock.today(), [
        ...(field ?? []),
        'validThrough',
      ]);
    const findings = checkWording(textsOf(content));
    if (blocksPublication(findings)) {
      const blocking = findings.filter(({ severity }) => severity === 'BLOCK');
      const rules = [...new Set(blocking.map(({ ruleId }) => ruleId))].join(', ');
      throw jobPostingErrors.WORDING({
        field: [...(field ?? []), blocking[0]?.field ?? 'title'],
        params: { rules },
      });
    }
    const organisation = await this.organisations.requireById(content.organisationId ?? '');
    if (organisation.standing !== 'VERIFIED') throw jobPostingErrors.ORGANISATION_NOT_VERIFIED();
    const { fingerprint } = derivedColumns(content, organisation.name);
    const duplicate = await this.postings.findOpenDuplicate(organisation.id, fingerprint, id);
    if (duplicate !== null) throw jobPostingErrors.DUPLICATE({ params: { title: duplicate } });
    return findings;
  }

  private checkPublishAt(publishAt: Date | null, { validThrough }: PostingContentRow): void {
    if (publishAt === null) return;
    const field = ['publishAt'];
    if (publishAt <= this.clock.now()) throw jobPostingErrors.PUBLISH_AT_PAST({ field });
    const isTooLate = validThrough !== null && publishAt.getTime() >= endOf(validThrough);
    if (isTooLate) throw jobPostingErrors.PUBLISH_AT_TOO_LATE({ field });
  }

  private async startReview(
    posting: JobPosting,
    findings: readonly WordingFinding[],
  ): Promise<void> {
    await this.reviews.insert({
      jobPostingId: posting.id,
      postingVersion: posting.version + 1,
      dueAt: reviewDueAt(this.clock.today()),
      findings,
    });
  }

  private async requireManaged(actor: Actor, id: string): Promise<JobPosting> {
    const posting = await this.postings.lock(id);
    if (!posting || !mayManage(actor, posting.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    return posting;
  }
}

/** Texts that the wording check reads. */
export function textsOf(content: {
  readonly title: string;
  readonly duties: string | null;
  readonly conditions: string | null;
  readonly workConditions: string | null;
  readonly address: string | null;
  readonly benefits: readonly string[];
}): Record<string, string | null> {
  const { title, duties, conditions, workConditions, address, benefits } = content;
  return { title, duties, conditions, workConditions, address, benefits: benefits.join('；') };
}

/** Midnight in China at the end of the day in a day column. */
function endOf(day: Date): number {
  return day.getTime() + 24 * 3_600_000 - 8 * 3_600_000;
}
