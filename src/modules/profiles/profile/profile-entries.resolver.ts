import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import {
  ReplaceJobIntentionsInput,
  ReplaceProfileCertificatesInput,
  ReplaceProfileEducationsInput,
  ReplaceProfileExperiencesInput,
  ReplaceProfileSkillsInput,
} from './profile-entries.inputs.js';
import { ProfileEntriesService } from './profile-entries.service.js';
import { ProfilePayload } from './profile.payloads.js';
import { ProfileReader } from './profile.reader.js';

/** The sections of the own profile, each written as a whole. */
@Resolver()
export class ProfileEntriesResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ProfileEntriesService,
    private readonly reader: ProfileReader,
  ) {}

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Writes the education of one’s profile as a whole. Requires: being signed in.',
  })
  replaceProfileEducations(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All entries.' }) input: ReplaceProfileEducationsInput,
  ): Promise<ProfilePayload> {
    return this.write(actor, 'replaceProfileEducations', () =>
      this.service.replaceEducations(actor, input),
    );
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Writes the experience of one’s profile as a whole. Requires: being signed in.',
  })
  replaceProfileExperiences(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All entries.' }) input: ReplaceProfileExperiencesInput,
  ): Promise<ProfilePayload> {
    return this.write(actor, 'replaceProfileExperiences', () =>
      this.service.replaceExperiences(actor, input),
    );
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Writes the skills of one’s profile as a whole. Requires: being signed in.',
  })
  replaceProfileSkills(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All skills.' }) input: ReplaceProfileSkillsInput,
  ): Promise<ProfilePayload> {
    return this.write(actor, 'replaceProfileSkills', () =>
      this.service.replaceSkills(actor, input),
    );
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Writes the certificates of one’s profile as a whole. Requires: being signed in.',
  })
  replaceProfileCertificates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All certificates.' }) input: ReplaceProfileCertificatesInput,
  ): Promise<ProfilePayload> {
    return this.write(actor, 'replaceProfileCertificates', () =>
      this.service.replaceCertificates(actor, input),
    );
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Writes what work one wants, as a whole. Requires: being signed in.',
  })
  replaceJobIntentions(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All wishes.' }) input: ReplaceJobIntentionsInput,
  ): Promise<ProfilePayload> {
    return this.write(actor, 'replaceJobIntentions', () =>
      this.service.replaceIntentions(actor, input),
    );
  }

  private async write(
    actor: Actor,
    name: string,
    act: () => Promise<string>,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, name, {}, act);
    return { profile: await this.reader.find(actor, id) };
  }
}
