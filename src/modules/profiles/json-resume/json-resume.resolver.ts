import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { JobSeekerProfile } from '../profile/profile.model.js';
import { isOwn } from '../profile/profile.policy.js';
import { ProfileReader } from '../profile/profile.reader.js';
import {
  ImportJsonResumeInput,
  ImportJsonResumePayload,
  JsonResumePreview,
} from './json-resume.model.js';
import { JsonResumeService } from './json-resume.service.js';

@Resolver()
export class JsonResumeResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: JsonResumeService,
    private readonly profiles: ProfileReader,
  ) {}

  @Authenticated()
  @Query(() => JsonResumePreview, {
    description:
      'What importing a JSON Resume 1.0.0 would take and what not; writes nothing. Requires: being signed in.',
  })
  jsonResumePreview(
    @Args('document', {
      type: () => String,
      description: 'The document as JSON text, up to 100,000 characters.',
    })
    document: string,
  ): Promise<JsonResumePreview> {
    return this.service.preview(document);
  }

  @Authenticated()
  @Mutation(() => ImportJsonResumePayload, {
    description:
      'Takes a JSON Resume 1.0.0 over into one’s profile; sections it has replace those there are. Requires: being signed in.',
  })
  async importJsonResume(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The document.' }) input: ImportJsonResumeInput,
  ): Promise<ImportJsonResumePayload> {
    const id = await this.actions.run(actor, 'importJsonResume', input, () =>
      this.service.import(actor, input),
    );
    return { profile: await this.profiles.find(actor, id) };
  }
}

@Resolver(() => JobSeekerProfile)
export class ProfileJsonResumeResolver {
  constructor(private readonly service: JsonResumeService) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The profile as a JSON Resume 1.0.0; null for everybody but the person, contacts are not in it.',
  })
  async jsonResume(
    @CurrentActor() actor: Actor,
    @Parent() profile: JobSeekerProfile,
  ): Promise<string | null> {
    // Only ever made for the one profile that is one's own, so it needs no loader.
    return isOwn(actor, profile) ? this.service.export(profile) : null;
  }
}
