import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import {
  CertificateLoader,
  EducationLoader,
  ExperienceLoader,
  IntentionLoader,
  SkillLoader,
} from './profile.loader.js';
import {
  JobIntention,
  JobSeekerProfile,
  ProfileCertificate,
  ProfileCompleteness,
  ProfileEducation,
  ProfileExperience,
  ProfileSkill,
} from './profile.model.js';
import { isOwn } from './profile.policy.js';
import { completeness, withoutContacts } from './profile.rules.js';

/** The sections of a profile, each read once for all profiles of a page. */
@Resolver(() => JobSeekerProfile)
export class ProfileSectionsResolver {
  constructor(
    private readonly educationLoader: EducationLoader,
    private readonly experienceLoader: ExperienceLoader,
    private readonly skillLoader: SkillLoader,
    private readonly certificateLoader: CertificateLoader,
    private readonly intentionLoader: IntentionLoader,
  ) {}

  @ResolveField(() => [ProfileEducation], { description: 'Education, at most 20 entries.' })
  educations(@Parent() { id }: JobSeekerProfile): Promise<ProfileEducation[]> {
    return this.educationLoader.load(id);
  }

  @ResolveField(() => [ProfileExperience], {
    description: 'Experience, at most 30 entries; contacts in texts are masked for strangers.',
  })
  async experiences(
    @CurrentActor() actor: Actor,
    @Parent() profile: JobSeekerProfile,
  ): Promise<ProfileExperience[]> {
    const entries = await this.experienceLoader.load(profile.id);
    if (isOwn(actor, profile)) return entries;
    return entries.map((entry) => ({
      ...entry,
      description: entry.description === null ? null : withoutContacts(entry.description),
    }));
  }

  @ResolveField(() => [ProfileSkill], { description: 'Skills, at most 50.' })
  skills(@Parent() { id }: JobSeekerProfile): Promise<ProfileSkill[]> {
    return this.skillLoader.load(id);
  }

  @ResolveField(() => [ProfileCertificate], { description: 'Certificates, at most 30.' })
  certificates(@Parent() { id }: JobSeekerProfile): Promise<ProfileCertificate[]> {
    return this.certificateLoader.load(id);
  }

  @ResolveField(() => [JobIntention], {
    description: 'Work the person wants, the dearest first, at most 5.',
  })
  intentions(@Parent() { id }: JobSeekerProfile): Promise<JobIntention[]> {
    return this.intentionLoader.load(id);
  }

  @ResolveField(() => ProfileCompleteness, { description: 'How much of the profile is there.' })
  async completeness(@Parent() profile: JobSeekerProfile): Promise<ProfileCompleteness> {
    const { id } = profile;
    const [educations, skills, certificates, intentions] = await Promise.all([
      this.educationLoader.load(id),
      this.skillLoader.load(id),
      this.certificateLoader.load(id),
      this.intentionLoader.load(id),
    ]);
    return completeness({
      fullName: profile.rawFullName,
      homeRegionId: profile.homeRegionId,
      educationCount: educations.length,
      skillCount: skills.length + certificates.length,
      intentionCount: intentions.length,
    });
  }
}
