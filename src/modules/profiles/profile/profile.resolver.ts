import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { type Connection } from '../../../core/graphql/index.js';
import { Viewer } from '../../identity/index.js';
import { JOB_SEEKER_SEARCH } from '../profiles.permissions.js';
import { JobSeekerListReader } from './job-seeker-list.reader.js';
import {
  ChangeProfileVisibilityInput,
  CreateProfileInput,
  EditProfileInput,
  JobSeekerProfilesArgs,
} from './profile.inputs.js';
import { JobSeekerProfile, JobSeekerProfileConnection } from './profile.model.js';
import { ProfilePayload } from './profile.payloads.js';
import { ProfileReader } from './profile.reader.js';
import { ProfileService } from './profile.service.js';

@Resolver()
export class ProfileResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ProfileService,
    private readonly reader: ProfileReader,
    private readonly seekers: JobSeekerListReader,
  ) {}

  @Authenticated()
  @Query(() => JobSeekerProfile, {
    nullable: true,
    description:
      'A job seeker by id; null unless it is oneself, or somebody who lets one’s verified enterprise find her. Requires: being signed in.',
  })
  jobSeekerProfile(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the profile.' }) id: string,
  ): Promise<JobSeekerProfile | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(JOB_SEEKER_SEARCH)
  @Query(() => JobSeekerProfileConnection, {
    description:
      'Active job seekers who let verified enterprises find them, the latest changed first. Requires: JOB_SEEKER_SEARCH.',
  })
  jobSeekerProfiles(
    @CurrentActor() actor: Actor,
    @Args() args: JobSeekerProfilesArgs,
  ): Promise<Connection<JobSeekerProfile>> {
    return this.seekers.list(actor, args);
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Creates one’s profile; everybody has one. Requires: being signed in.',
  })
  async createProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The plain facts.' }) input: CreateProfileInput,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, 'createProfile', input, () =>
      this.service.create(actor, input),
    );
    return { profile: await this.reader.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Edits the plain facts of one’s profile. Requires: being signed in.',
  })
  async editProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: EditProfileInput,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, 'editProfile', {}, () =>
      this.service.edit(actor, input),
    );
    return { profile: await this.reader.find(actor, id) };
  }

  @Authenticated()
  @Mutation(() => ProfilePayload, {
    description: 'Says who may find one’s profile. Requires: being signed in.',
  })
  async changeProfileVisibility(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and who never.' }) input: ChangeProfileVisibilityInput,
  ): Promise<ProfilePayload> {
    const id = await this.actions.run(actor, 'changeProfileVisibility', {}, () =>
      this.service.changeVisibility(actor, input),
    );
    return { profile: await this.reader.find(actor, id) };
  }
}

@Resolver(() => Viewer)
export class ViewerProfileResolver {
  constructor(private readonly reader: ProfileReader) {}

  @ResolveField(() => JobSeekerProfile, {
    nullable: true,
    description: 'What the person says of herself as a job seeker; null before it is created.',
  })
  profile(@Parent() viewer: Viewer): Promise<JobSeekerProfile | null> {
    return this.reader.findByAccount(viewer.id);
  }
}
