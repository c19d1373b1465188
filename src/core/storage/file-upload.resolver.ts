import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../auth/index.js';
import { parseInput } from '../validation/index.js';
import {
  BeginFileUploadInput,
  BeginFileUploadPayload,
  beginFileUploadSchema,
} from './file-upload.model.js';
import { FileStore } from './file-store.js';

@Resolver()
export class FileUploadResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly store: FileStore,
  ) {}

  @Authenticated()
  @Mutation(() => BeginFileUploadPayload, {
    description:
      'Announces a file and says where to send it. It is removed after a day unless an action used it. Requires: being signed in.',
  })
  async beginFileUpload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The file.' }) input: BeginFileUploadInput,
  ): Promise<BeginFileUploadPayload> {
    const fileId = await this.actions.run(actor, 'beginFileUpload', input, () =>
      this.store.beginUpload(actor, parseInput(beginFileUploadSchema, input)),
    );
    const { url, expiresAt } = this.store.uploadLink(fileId);
    return { fileUpload: { fileId, uploadUrl: url, expiresAt } };
  }
}
