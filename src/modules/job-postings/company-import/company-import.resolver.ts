import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { Payload, type Connection } from '../../../core/graphql/index.js';
import { JOB_POSTING_MANAGE } from '../job-postings.permissions.js';
import {
  ApplyJobPostingImportInput,
  ImportJobPostingsInput,
  JobPostingImportIssuesArgs,
  JobPostingImportsArgs,
  UndoJobPostingImportInput,
} from './company-import.inputs.js';
import {
  JobPostingImport,
  JobPostingImportConnection,
  JobPostingImportIssue,
  JobPostingImportIssueConnection,
} from './company-import.model.js';
import { CompanyImportReader } from './company-import.reader.js';
import { CompanyImportService } from './company-import.service.js';

@ObjectType({ description: 'An import after a change.' })
export class JobPostingImportPayload extends Payload {
  @Field(() => JobPostingImport, { nullable: true, description: 'The import; null when refused.' })
  import?: JobPostingImport | null;
}

@Resolver()
export class CompanyImportResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: CompanyImportService,
    private readonly reader: CompanyImportReader,
  ) {}

  @RequirePermission(JOB_POSTING_MANAGE)
  @Query(() => JobPostingImport, {
    nullable: true,
    description: 'An import of one’s organisation. Requires: JOB_POSTING_MANAGE.',
  })
  jobPostingImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the import.' }) id: string,
  ): Promise<JobPostingImport | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Query(() => JobPostingImportConnection, {
    description: 'Imports of one’s organisation, latest first. Requires: JOB_POSTING_MANAGE.',
  })
  jobPostingImports(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingImportsArgs,
  ): Promise<Connection<JobPostingImport>> {
    return this.reader.listOf(actor, args.organisationId, args);
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Query(() => JobPostingImportIssueConnection, {
    nullable: true,
    description:
      'Rows of an import that were not taken, in order of lines; null when there is no such import. Requires: JOB_POSTING_MANAGE.',
  })
  async jobPostingImportIssues(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingImportIssuesArgs,
  ): Promise<Connection<JobPostingImportIssue> | null> {
    const found = await this.reader.find(actor, args.importId);
    return found && this.reader.issuesOf(found.id, args);
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingImportPayload, {
    description:
      'Reads an uploaded table of postings and reports each row; writes them as drafts unless it is a dry run. Requires: JOB_POSTING_MANAGE.',
  })
  async importJobPostings(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The organisation, and the file.' })
    input: ImportJobPostingsInput,
  ): Promise<JobPostingImportPayload> {
    const read = await this.service.readUpload(actor, input);
    const id = await this.actions.run(actor, 'importJobPostings', input, () =>
      this.service.import(actor, input, read),
    );
    return { import: await this.reader.find(actor, id) };
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingImportPayload, {
    description: 'Writes a previewed import as drafts. Requires: JOB_POSTING_MANAGE.',
  })
  async applyJobPostingImport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which import.' }) input: ApplyJobPostingImportInput,
  ): Promise<JobPostingImportPayload> {
    const read = await this.service.readPreviewed(actor, input);
    const id = await this.actions.run(actor, 'applyJobPostingImport', input, () =>
      this.service.apply(actor, input, read),
    );
    return { import: await this.reader.find(actor, id) };
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingImportPayload, {
    description:
      'Takes an import back: drafts nobody has touched since are gone, the others stay. Requires: JOB_POSTING_MANAGE.',
  })
  async undoJobPostingImport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which import.' }) input: UndoJobPostingImportInput,
  ): Promise<JobPostingImportPayload> {
    const id = await this.actions.run(actor, 'undoJobPostingImport', {}, () =>
      this.service.undo(actor, input),
    );
    return { import: await this.reader.find(actor, id) };
  }
}
