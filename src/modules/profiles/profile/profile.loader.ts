import { Injectable } from '@nestjs/common';
import { BatchLoader, GroupLoader } from '../../../core/graphql/index.js';
import { ProfileEntriesReader, type StoredIntention } from './profile-entries.reader.js';
import type {
  ProfileCertificate,
  ProfileEducation,
  ProfileExperience,
  ProfileSkill,
} from './profile.model.js';
import { HiddenEmployersReader } from './hidden-employers.reader.js';

type Rows<T> = Promise<Map<string, readonly T[]>>;

@Injectable()
export class EducationLoader extends GroupLoader<string, ProfileEducation> {
  constructor(private readonly entries: ProfileEntriesReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Rows<ProfileEducation> {
    return this.entries.educations(ids);
  }
}

@Injectable()
export class ExperienceLoader extends GroupLoader<string, ProfileExperience> {
  constructor(private readonly entries: ProfileEntriesReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Rows<ProfileExperience> {
    return this.entries.experiences(ids);
  }
}

@Injectable()
export class SkillLoader extends GroupLoader<string, ProfileSkill> {
  constructor(private readonly entries: ProfileEntriesReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Rows<ProfileSkill> {
    return this.entries.skills(ids);
  }
}

@Injectable()
export class CertificateLoader extends GroupLoader<string, ProfileCertificate> {
  constructor(private readonly entries: ProfileEntriesReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Rows<ProfileCertificate> {
    return this.entries.certificates(ids);
  }
}

@Injectable()
export class IntentionLoader extends GroupLoader<string, StoredIntention> {
  constructor(private readonly entries: ProfileEntriesReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Rows<StoredIntention> {
    return this.entries.intentions(ids);
  }
}

/** Organisations a person hides from; for the person alone. */
@Injectable()
export class HiddenEmployersLoader extends BatchLoader<string, readonly string[]> {
  constructor(private readonly hidden: HiddenEmployersReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    return this.hidden.ofProfiles(ids);
  }
}
