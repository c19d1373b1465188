import {
  Args,
  Field,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { PageArgs, Payload, type Connection } from '../../../core/graphql/index.js';
import { actingAccount, Organisation, OrganisationLoader } from '../../organisations/index.js';
import { JOB_POSTING_REVIEW } from '../job-postings.permissions.js';
import { JobPostingLoader } from '../posting/job-posting.loader.js';
import { JobPosting } from '../posting/job-posting.model.js';
import { ReportHandlingService } from './report-handling.service.js';
import {
  HandleJobPostingReportInput,
  JobPostingReportQueueArgs,
  ReportEmployerInput,
  ReportJobPostingInput,
} from './report.inputs.js';
import { JobPostingReport, JobPostingReportConnection } from './report.model.js';
import { ReportReader } from './report.reader.js';
import { ReportService } from './report.service.js';

@ObjectType({ description: 'A report after a change.' })
export class JobPostingReportPayload extends Payload {
  @Field(() => JobPostingReport, { nullable: true, description: 'The report; null when refused.' })
  report?: JobPostingReport | null;
}

@Resolver(() => JobPostingReport)
export class ReportResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ReportService,
    private readonly handling: ReportHandlingService,
    private readonly reader: ReportReader,
    private readonly postings: JobPostingLoader,
    private readonly organisations: OrganisationLoader,
  ) {}

  @RequirePermission(JOB_POSTING_REVIEW)
  @Query(() => JobPostingReportConnection, {
    description:
      'Open reports waiting for the viewer’s bureau, most urgent first. Requires: JOB_POSTING_REVIEW.',
  })
  jobPostingReportQueue(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingReportQueueArgs,
  ): Promise<Connection<JobPostingReport>> {
    return this.reader.queue(actor, args);
  }

  @Authenticated()
  @Query(() => JobPostingReportConnection, {
    description: 'What the viewer has reported, latest first. Requires: being signed in.',
  })
  myJobPostingReports(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<JobPostingReport>> {
    return this.reader.filedBy(actingAccount(actor), args);
  }

  @Authenticated()
  @Mutation(() => JobPostingReportPayload, {
    description: 'Reports a posting to the bureau in charge. Requires: being signed in.',
  })
  reportJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The posting, and what is wrong.' })
    input: ReportJobPostingInput,
  ): Promise<JobPostingReportPayload> {
    return this.act(actor, 'reportJobPosting', input, () =>
      this.service.reportPosting(actor, input),
    );
  }

  @Authenticated()
  @Mutation(() => JobPostingReportPayload, {
    description: 'Reports an employer to the bureau in charge. Requires: being signed in.',
  })
  reportEmployer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The employer, and what is wrong.' })
    input: ReportEmployerInput,
  ): Promise<JobPostingReportPayload> {
    return this.act(actor, 'reportEmployer', input, () =>
      this.service.reportEmployer(actor, input),
    );
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingReportPayload, {
    description:
      'Finds a report right; a reported posting is removed with it. Requires: JOB_POSTING_REVIEW.',
  })
  upholdJobPostingReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report, and what was found.' })
    input: HandleJobPostingReportInput,
  ): Promise<JobPostingReportPayload> {
    return this.act(actor, 'upholdJobPostingReport', {}, () => this.handling.uphold(actor, input));
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingReportPayload, {
    description: 'Finds a report not right. Requires: JOB_POSTING_REVIEW.',
  })
  dismissJobPostingReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report, and what was found.' })
    input: HandleJobPostingReportInput,
  ): Promise<JobPostingReportPayload> {
    return this.act(actor, 'dismissJobPostingReport', {}, () =>
      this.handling.dismiss(actor, input),
    );
  }

  @ResolveField(() => JobPosting, {
    nullable: true,
    description: 'The posting it is about; null when it is about an employer.',
  })
  async jobPosting(@Parent() { jobPostingId }: JobPostingReport): Promise<JobPosting | null> {
    return jobPostingId === null ? null : this.postings.load(jobPostingId);
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The employer it is about; null when it is about a posting.',
  })
  async organisation(@Parent() { organisationId }: JobPostingReport): Promise<Organisation | null> {
    return organisationId === null ? null : this.organisations.load(organisationId);
  }

  private async act(
    actor: Actor,
    name: string,
    input: object,
    act: () => Promise<string>,
  ): Promise<JobPostingReportPayload> {
    const id = await this.actions.run(actor, name, input, act);
    return { report: await this.reader.requireById(id) };
  }
}
