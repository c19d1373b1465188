import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OwnProfile } from './own-profile.service.js';
import {
  certificatesSchema,
  educationsSchema,
  experiencesSchema,
  intentionsSchema,
  skillsSchema,
  type ReplaceJobIntentionsInput,
  type ReplaceProfileCertificatesInput,
  type ReplaceProfileEducationsInput,
  type ReplaceProfileExperiencesInput,
  type ReplaceProfileSkillsInput,
} from './profile-entries.inputs.js';
import type { NewExperience } from './profile-entries.js';
import { ProfileEntriesRepository } from './profile-entries.repository.js';
import { ProfileEntryChecks, type RankedEducation } from './profile-entry-checks.js';
import type { ProfileColumns } from './profile.repository.js';
import { experienceYears, highestEducation } from './profile.rules.js';

/** The sections of a profile, each written as a whole; what follows from them is kept with the profile. */
@Injectable()
export class ProfileEntriesService {
  constructor(
    private readonly own: OwnProfile,
    private readonly checks: ProfileEntryChecks,
    private readonly entries: ProfileEntriesRepository,
    private readonly clock: Clock,
  ) {}

  async replaceEducations(actor: Actor, input: ReplaceProfileEducationsInput): Promise<string> {
    const { version, educations: values } = parseInput(educationsSchema, input);
    const educations = await this.checks.educations(values);
    const { id } = await this.own.lock(actor, version);
    return this.own.changed(id, await this.writeEducations(id, educations));
  }

  async replaceExperiences(actor: Actor, input: ReplaceProfileExperiencesInput): Promise<string> {
    const { version, experiences: values } = parseInput(experiencesSchema, input);
    const experiences = await this.checks.experiences(values);
    const { id } = await this.own.lock(actor, version);
    return this.own.changed(id, await this.writeExperiences(id, experiences));
  }

  async replaceSkills(actor: Actor, input: ReplaceProfileSkillsInput): Promise<string> {
    const { version, skills: values } = parseInput(skillsSchema, input);
    const skills = this.checks.skills(values);
    const { id } = await this.own.lock(actor, version);
    await this.entries.replaceSkills(id, skills);
    return this.own.changed(id);
  }

  async replaceCertificates(actor: Actor, input: ReplaceProfileCertificatesInput): Promise<string> {
    const { version, certificates: values } = parseInput(certificatesSchema, input);
    const certificates = await this.checks.certificates(values);
    const { id } = await this.own.lock(actor, version);
    await this.entries.replaceCertificates(id, certificates);
    return this.own.changed(id);
  }

  async replaceIntentions(actor: Actor, input: ReplaceJobIntentionsInput): Promise<string> {
    const { version, intentions: values } = parseInput(intentionsSchema, input);
    const intentions = await this.checks.intentions(values);
    const { id } = await this.own.lock(actor, version);
    await this.entries.replaceIntentions(id, intentions);
    return this.own.changed(id);
  }

  /** Writes the entries; answers what the profile says because of them. */
  async writeEducations(
    profileId: string,
    educations: readonly RankedEducation[],
  ): Promise<ProfileColumns> {
    await this.entries.replaceEducations(
      profileId,
      educations.map(({ rank: _, ...entry }) => entry),
    );
    const highest = highestEducation(educations);
    return {
      educationLevelCode: highest?.educationLevelCode ?? null,
      educationRank: highest?.rank ?? null,
      majorCode: highest?.majorCode ?? educations.find((e) => e.majorCode)?.majorCode ?? null,
    };
  }

  /** The same for experience. */
  async writeExperiences(
    profileId: string,
    experiences: readonly NewExperience[],
  ): Promise<ProfileColumns> {
    await this.entries.replaceExperiences(profileId, experiences);
    return { experienceYears: experienceYears(experiences, this.clock.today()) };
  }
}
