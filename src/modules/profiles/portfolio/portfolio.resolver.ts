import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { FileStore } from '../../../core/storage/index.js';
import { JobSeekerProfile } from '../profile/profile.model.js';
import { ProfilePayload } from '../profile/profile.payloads.js';
import { isOwn } from '../profile/profile.policy.js';
import { ProfileReader } from '../profile/profile.reader.js';
import {
  AddPortfolioFileInput,
  PortfolioFile,
  RemovePortfolioFileInput,
} from './portfolio.model.js';
import { PortfolioReader } from './portfolio.reader.js';
import { PortfolioService } from './portfolio.service.js';

@Resolver()
export class PortfolioResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: PortfolioService,
    private readonly profiles: ProfileReader,
  ) {}

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Adds a file to one’s profile, at most ten. Requires: being signed in.',
  })
  async addPortfolioFile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which file.' }) input: AddPortfolioFileInput,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, 'addPortfolioFile', input, () =>
      this.service.add(actor, input),
    );
    return { profile: await this.profiles.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Takes a file out of one’s profile and deletes it. Requires: being signed in.',
  })
  async removePortfolioFile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which file.' }) input: RemovePortfolioFileInput,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, 'removePortfolioFile', {}, () =>
      this.service.remove(actor, input),
    );
    return { profile: await this.profiles.find(actor, id) };
  }
}

@Resolver(() => JobSeekerProfile)
export class ProfilePortfolioResolver {
  constructor(private readonly files: PortfolioReader) {}

  @ResolveField(() => [PortfolioFile], {
    nullable: true,
    description:
      'Files the person shows, at most 10; null for everybody but the person: employers get them with an application.',
  })
  async portfolio(
    @CurrentActor() actor: Actor,
    @Parent() profile: JobSeekerProfile,
  ): Promise<PortfolioFile[] | null> {
    // Only ever read for the one profile that is one's own, so it needs no loader.
    return isOwn(actor, profile) ? this.files.listOf(profile.id) : null;
  }
}

@Resolver(() => PortfolioFile)
export class PortfolioFileFieldsResolver {
  constructor(private readonly store: FileStore) {}

  @ResolveField(() => String, {
    description: 'A link to the file that works for five minutes.',
  })
  downloadUrl(@Parent() { fileId }: PortfolioFile): string {
    return this.store.signedDownloadUrl(fileId);
  }
}
