import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { mask } from '../../../core/privacy/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { EducationLevel, Major, ReferenceReader, Region } from '../../reference-data/index.js';
import { ProfileVisibility } from './profile.enums.js';
import { HiddenEmployersLoader } from './profile.loader.js';
import { JobSeekerProfile } from './profile.model.js';
import { isOwn } from './profile.policy.js';
import { withoutContacts } from './profile.rules.js';

/** Guarded fields and plain relations of a profile. What could tell strangers who somebody is shows masked. */
@Resolver(() => JobSeekerProfile)
export class ProfileFieldsResolver {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly organisations: OrganisationLoader,
    private readonly hidden: HiddenEmployersLoader,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name; masked to its first character for everybody but the person.',
  })
  fullName(@CurrentActor() actor: Actor, @Parent() profile: JobSeekerProfile): string | null {
    const { rawFullName } = profile;
    return rawFullName === null || isOwn(actor, profile) ? rawFullName : mask.name(rawFullName);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'One line about the person; contacts in it are masked for everybody else.',
  })
  headline(@CurrentActor() actor: Actor, @Parent() profile: JobSeekerProfile): string | null {
    return textFor(actor, profile, profile.rawHeadline);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What the person says of herself; contacts in it are masked for everybody else.',
  })
  summary(@CurrentActor() actor: Actor, @Parent() profile: JobSeekerProfile): string | null {
    return textFor(actor, profile, profile.rawSummary);
  }

  @ResolveField(() => ProfileVisibility, {
    nullable: true,
    description: 'Who may find it; null for everybody but the person.',
  })
  visibility(
    @CurrentActor() actor: Actor,
    @Parent() profile: JobSeekerProfile,
  ): ProfileVisibility | null {
    return isOwn(actor, profile) ? profile.storedVisibility : null;
  }

  @ResolveField(() => [Organisation], {
    nullable: true,
    description:
      'Organisations the person hides from, at most 50; null for everybody but the person.',
  })
  async hiddenEmployers(
    @CurrentActor() actor: Actor,
    @Parent() profile: JobSeekerProfile,
  ): Promise<Organisation[] | null> {
    if (!isOwn(actor, profile)) return null;
    return this.organisations.loadMany([...((await this.hidden.load(profile.id)) ?? [])]);
  }

  @ResolveField(() => Region, { nullable: true, description: 'Where the person lives.' })
  async homeRegion(@Parent() { homeRegionId }: JobSeekerProfile): Promise<Region | null> {
    return homeRegionId === null ? null : this.reference.findRegion(homeRegionId);
  }

  @ResolveField(() => EducationLevel, {
    nullable: true,
    description: 'Highest education; null when no entry says its level.',
  })
  async educationLevel(
    @Parent() { educationLevelCode }: JobSeekerProfile,
  ): Promise<EducationLevel | null> {
    return educationLevelCode === null
      ? null
      : this.reference.findEducationLevel(educationLevelCode);
  }

  @ResolveField(() => Major, {
    nullable: true,
    description: 'Vocational major of the highest education.',
  })
  async major(@Parent() { majorCode }: JobSeekerProfile): Promise<Major | null> {
    return majorCode === null ? null : this.reference.findMajor(majorCode);
  }
}

function textFor(actor: Actor, profile: JobSeekerProfile, text: string | null): string | null {
  return text === null || isOwn(actor, profile) ? text : withoutContacts(text);
}
