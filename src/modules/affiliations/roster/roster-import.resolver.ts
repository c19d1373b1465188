import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { type Connection } from '../../../core/graphql/index.js';
import { STUDENT_MANAGE, STUDENT_VIEW } from '../affiliations.permissions.js';
import {
  ApplyRosterImportInput,
  PreviewRosterImportInput,
  RosterImportIssuesArgs,
  RosterImportsArgs,
  UndoRosterImportInput,
} from './roster-import.inputs.js';
import {
  RosterImport,
  RosterImportConnection,
  RosterImportIssue,
  RosterImportIssueConnection,
} from './roster-import.model.js';
import { RosterImportPayload } from './roster-import.payloads.js';
import { RosterImportReader } from './roster-import.reader.js';
import { RosterImportService } from './roster-import.service.js';

@Resolver()
export class RosterImportResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: RosterImportService,
    private readonly reader: RosterImportReader,
  ) {}

  @RequirePermission(STUDENT_VIEW)
  @Query(() => RosterImport, {
    nullable: true,
    description: 'An uploaded roster of one’s college. Requires: STUDENT_VIEW.',
  })
  rosterImport(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the uploaded roster.' }) id: string,
  ): Promise<RosterImport | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(STUDENT_VIEW)
  @Query(() => RosterImportConnection, {
    description: 'Uploaded rosters of one’s college, the latest first. Requires: STUDENT_VIEW.',
  })
  rosterImports(
    @CurrentActor() actor: Actor,
    @Args() args: RosterImportsArgs,
  ): Promise<Connection<RosterImport>> {
    return this.reader.list(actor, args);
  }

  @RequirePermission(STUDENT_VIEW)
  @Query(() => RosterImportIssueConnection, {
    description: 'Rows of an uploaded roster that are not taken. Requires: STUDENT_VIEW.',
  })
  rosterImportIssues(
    @CurrentActor() actor: Actor,
    @Args() args: RosterImportIssuesArgs,
  ): Promise<Connection<RosterImportIssue>> {
    return this.reader.issues(actor, args);
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => RosterImportPayload, {
    description:
      'Reads an uploaded roster and says what applying it would do; writes nothing to the roster. Requires: STUDENT_MANAGE.',
  })
  async previewRosterImport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The college and the file.' }) input: PreviewRosterImportInput,
  ): Promise<RosterImportPayload> {
    const read = await this.service.readUpload(actor, input);
    const id = await this.actions.run(actor, 'previewRosterImport', input, () =>
      this.service.preview(actor, input, read),
    );
    return { rosterImport: await this.reader.find(actor, id) };
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => RosterImportPayload, {
    description: 'Writes a previewed roster. Requires: STUDENT_MANAGE.',
  })
  async applyRosterImport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: ApplyRosterImportInput,
  ): Promise<RosterImportPayload> {
    const read = await this.service.readPreviewed(actor, input);
    const id = await this.actions.run(actor, 'applyRosterImport', input, () =>
      this.service.apply(actor, input, read),
    );
    return { rosterImport: await this.reader.find(actor, id) };
  }

  @RequirePermission(STUDENT_MANAGE)
  @Mutation(() => RosterImportPayload, {
    description:
      'Takes an applied roster back where nobody acted on it since; says how many students stay. Requires: STUDENT_MANAGE.',
  })
  async undoRosterImport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: UndoRosterImportInput,
  ): Promise<RosterImportPayload> {
    const id = await this.actions.run(actor, 'undoRosterImport', {}, () =>
      this.service.undo(actor, input),
    );
    return { rosterImport: await this.reader.find(actor, id) };
  }
}
