import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { ApplicationPayload } from '../application/application.payloads.js';
import { ApplicationReader } from '../application/application.reader.js';
import { APPLICATION_DECIDE } from '../applications.permissions.js';
import { AddApplicationNoteInput, ApplicationNote } from './note.model.js';
import { NoteService } from './note.service.js';

@Resolver(() => ApplicationNote)
export class NoteResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: NoteService,
    private readonly reader: ApplicationReader,
    private readonly accounts: AccountLoader,
  ) {}

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Writes a note on an application. Requires: APPLICATION_DECIDE.',
  })
  async addApplicationNote(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'For which application, for whom and what.' })
    input: AddApplicationNoteInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'addApplicationNote', input, () =>
      this.service.add(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who wrote it.' })
  author(@Parent() { authorId }: ApplicationNote): Promise<Account | null> {
    return this.accounts.load(authorId);
  }
}
