import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { jobPostingErrors } from './job-posting.errors.js';
import { jobPostingChanged, jobPostingFilled } from './job-posting.events.js';
import {
  createSchema,
  updateSchema,
  type ContentChanges,
  type CreateJobPostingInput,
  type UpdateJobPostingInput,
} from './job-posting.inputs.js';
import type { JobPosting } from './job-posting.model.js';
import { mayManage } from './job-posting.policy.js';
import {
  JobPostingRepository,
  type JobPostingColumns,
  type PostingContentRow,
  type RequirementRow,
} from './job-posting.repository.js';
import { derivedColumns, materialChanges, mustsDiffer } from './job-posting.rules.js';
import { PostingContentService } from './posting-content.service.js';
import { PostingSteps } from './posting-steps.service.js';
import { PostingSubmissionService } from './posting-submission.service.js';

/** States in which an employer may edit; what is with the bureau or approved has to be recalled first. */
const EDITABLE = ['DRAFT', 'PUBLISHED', 'PAUSED'] as const;

/** Writing postings. A draft may be as incomplete as it likes; what is published stays complete and is reviewed again. */
@Injectable()
export class PostingDraftsService {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly content: PostingContentService,
    private readonly submission: PostingSubmissionService,
    private readonly steps: PostingSteps,
    private readonly organisations: OrganisationReader,
    private readonly outbox: Outbox,
  ) {}

  async create(actor: Actor, input: CreateJobPostingInput): Promise<string> {
    const { organisationId, ...content } = parseInput(createSchema, input);
    if (!mayManage(actor, organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const columns = await this.content.columns(content);
    const requirements = await this.content.requirements(content.requirements ?? []);
    const organisation = await this.organisations.requireById(organisationId);
    return this.insert(actor, organisation, content.title, columns, requirements);
  }

  /** A draft with its requirements and the beginning of its history; the caller has authorised. */
  async insert(
    actor: Actor,
    { id: organisationId, name }: { readonly id: string; readonly name: string },
    title: string,
    columns: JobPostingColumns,
    requirements: readonly RequirementRow[],
  ): Promise<string> {
    const row = { ...EMPTY, ...columns, organisationId, title } as PostingContentRow;
    const id = await this.postings.insert({
      ...row,
      publication: 'OWN',
      state: 'DRAFT',
      employerName: name,
      createdBy: actor.accountId ?? actor.apiKeyId,
      ...derivedFromColumns(columns),
      ...derivedColumns(row, name),
    });
    await this.postings.replaceRequirements(id, requirements);
    await this.postings.appendHistory(id, {
      transition: 'create',
      from: null,
      to: 'DRAFT',
      actorId: actor.accountId ?? actor.apiKeyId,
      reason: null,
    });
    return id;
  }

  /** A material change of a published posting sends it back to the bureau; anything else shows at once. */
  async update(actor: Actor, input: UpdateJobPostingInput): Promise<string> {
    const { id, version, changes } = parseInput(updateSchema, input);
    const posting = await this.postings.lock(id);
    if (!posting || !mayManage(actor, posting.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['id'] });
    if (version !== posting.version) throw requestErrors.STALE({ field: ['version'] });
    if (!EDITABLE.some((state) => state === posting.state))
      throw jobPostingErrors.WRONG_STATE({
        params: { state: posting.state, transition: 'update' },
      });
    const at = ['changes'];
    const before = await this.postings.content(id);
    const columns = await this.content.columns(changes, at, before);
    const after = { ...before, ...columns } as PostingContentRow;
    checkHeadcount(after, at);
    const requirements = await this.changedRequirements(id, changes, at);
    const written = { ...columns, ...derivedColumns(after, posting.employerName ?? '') };

    if (posting.state === 'DRAFT') {
      await this.postings.update(id, written);
      if (requirements) await this.postings.replaceRequirements(id, requirements.after);
      return id;
    }
    const isMaterial =
      materialChanges(before, after).length > 0 ||
      (requirements !== null && mustsDiffer(requirements.before, requirements.after));
    if (requirements) await this.postings.replaceRequirements(id, requirements.after);
    await this.writePublished(actor, posting, after, written, isMaterial);
    return id;
  }

  private async writePublished(
    actor: Actor,
    posting: JobPosting,
    after: PostingContentRow,
    written: JobPostingColumns,
    isMaterial: boolean,
  ): Promise<void> {
    const subject = { type: 'jobPosting', id: posting.id };
    await this.submission.check(posting.id, after, ['changes']);
    await this.postings.update(posting.id, written);
    if (after.headcount !== null && after.filledCount === after.headcount) {
      await this.steps.change(actor, posting, { transition: 'fill', by: 'PLATFORM' });
      await this.outbox.record(jobPostingFilled, { jobPostingId: posting.id }, subject);
    } else if (isMaterial) {
      await this.submission.revise(actor, posting, after);
    } else {
      await this.outbox.record(jobPostingChanged, { jobPostingId: posting.id }, subject);
    }
  }

  private async changedRequirements(
    id: string,
    { requirements }: ContentChanges,
    at: readonly string[],
  ): Promise<{ before: RequirementRow[]; after: RequirementRow[] } | null> {
    if (requirements === undefined) return null;
    return {
      before: await this.postings.requirements(id),
      after: await this.content.requirements(requirements ?? [], at),
    };
  }
}

function checkHeadcount(after: PostingContentRow, at: readonly string[]): void {
  const { headcount, filledCount } = after;
  if (filledCount === 0 || (headcount !== null && headcount >= filledCount)) return;
  throw jobPostingErrors.HEADCOUNT_BELOW_ACCEPTED({
    field: [...at, 'headcount'],
    params: { filled: filledCount },
  });
}

/** Columns the reader of content does not carry. */
function derivedFromColumns(columns: JobPostingColumns) {
  const { educationRank, monthlyPayMinFen, monthlyPayMaxFen } = columns as {
    educationRank?: number | null;
    monthlyPayMinFen?: bigint | null;
    monthlyPayMaxFen?: bigint | null;
  };
  return {
    educationRank: educationRank ?? null,
    monthlyPayMinFen: monthlyPayMinFen ?? null,
    monthlyPayMaxFen: monthlyPayMaxFen ?? null,
  };
}

const EMPTY: Omit<PostingContentRow, 'organisationId' | 'title'> = {
  occupationCode: null,
  industryCode: null,
  engagementType: null,
  headcount: null,
  filledCount: 0,
  duties: null,
  conditions: null,
  workConditions: null,
  regionId: null,
  address: null,
  payMinFen: null,
  payMaxFen: null,
  payPeriod: null,
  payMonths: null,
  benefits: [],
  educationLevelCode: null,
  experienceYearsMin: null,
  skillLevelId: null,
  validThrough: null,
  startsOn: null,
};
