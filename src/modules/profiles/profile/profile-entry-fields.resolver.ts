import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  College,
  EducationLevel,
  Major,
  Occupation,
  ReferenceReader,
  Region,
  SkillLevel,
} from '../../reference-data/index.js';
import {
  JobIntention,
  ProfileCertificate,
  ProfileEducation,
  ProfileExperience,
} from './profile.model.js';

@Resolver(() => ProfileEducation)
export class ProfileEducationFieldsResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @ResolveField(() => College, {
    nullable: true,
    description: 'The institution of the national list; null when not named.',
  })
  async college(@Parent() { collegeId }: ProfileEducation): Promise<College | null> {
    return collegeId === null ? null : this.reference.findCollege(collegeId);
  }

  @ResolveField(() => EducationLevel, { nullable: true, description: 'Level of the education.' })
  async educationLevel(
    @Parent() { educationLevelCode: code }: ProfileEducation,
  ): Promise<EducationLevel | null> {
    return code === null ? null : this.reference.findEducationLevel(code);
  }

  @ResolveField(() => Major, {
    nullable: true,
    description: 'Vocational major; null when not named.',
  })
  async major(@Parent() { majorCode }: ProfileEducation): Promise<Major | null> {
    return majorCode === null ? null : this.reference.findMajor(majorCode);
  }
}

@Resolver(() => ProfileExperience)
export class ProfileExperienceFieldsResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @ResolveField(() => Occupation, {
    nullable: true,
    description: 'Occupation; null when not named.',
  })
  async occupation(
    @Parent() { occupationCode: code }: ProfileExperience,
  ): Promise<Occupation | null> {
    return code === null ? null : this.reference.findOccupation(code);
  }
}

@Resolver(() => ProfileCertificate)
export class ProfileCertificateFieldsResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @ResolveField(() => Occupation, {
    nullable: true,
    description: 'Occupation it is for; null when not named.',
  })
  async occupation(
    @Parent() { occupationCode: code }: ProfileCertificate,
  ): Promise<Occupation | null> {
    return code === null ? null : this.reference.findOccupation(code);
  }

  @ResolveField(() => SkillLevel, {
    nullable: true,
    description: 'Vocational skill level; null when it has none.',
  })
  async skillLevel(@Parent() { skillLevelId }: ProfileCertificate): Promise<SkillLevel | null> {
    return skillLevelId === null ? null : this.reference.findSkillLevel(skillLevelId);
  }
}

@Resolver(() => JobIntention)
export class JobIntentionFieldsResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @ResolveField(() => Occupation, {
    nullable: true,
    description: 'Occupation; null when not named.',
  })
  async occupation(@Parent() { occupationCode: code }: JobIntention): Promise<Occupation | null> {
    return code === null ? null : this.reference.findOccupation(code);
  }

  @ResolveField(() => [Region], { description: 'Where, at most 10; empty means anywhere.' })
  async regions(@Parent() { regionIds }: JobIntention): Promise<Region[]> {
    const regions = await Promise.all(regionIds.map((id) => this.reference.findRegion(id)));
    return regions.filter((region) => region !== null);
  }
}
