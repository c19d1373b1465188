import { Injectable } from '@nestjs/common';
import { Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { skillKey } from '../../reference-data/index.js';
import type {
  NewCertificate,
  NewEducation,
  NewExperience,
  NewIntention,
  NewSkill,
} from './profile-entries.js';
import { dayColumn } from './profile.repository.js';

/** Writes the entries of a profile, each kind as a whole: what is given takes the place of what was there. */
@Injectable()
export class ProfileEntriesRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async replaceEducations(profileId: string, entries: readonly NewEducation[]): Promise<void> {
    await this.uow.db.educationEntry.deleteMany({ where: { profileId } });
    await this.uow.db.educationEntry.createMany({
      data: entries.map((entry, ordinal) => ({
        ...entry,
        ...this.place(profileId, ordinal),
        startedOn: dayColumn(entry.startedOn),
        endedOn: dayColumn(entry.endedOn),
      })),
    });
  }

  async replaceExperiences(profileId: string, entries: readonly NewExperience[]): Promise<void> {
    await this.uow.db.experienceEntry.deleteMany({ where: { profileId } });
    await this.uow.db.experienceEntry.createMany({
      data: entries.map((entry, ordinal) => ({
        ...entry,
        ...this.place(profileId, ordinal),
        startedOn: dayColumn(entry.startedOn),
        endedOn: dayColumn(entry.endedOn),
      })),
    });
  }

  async replaceSkills(profileId: string, entries: readonly NewSkill[]): Promise<void> {
    await this.uow.db.profileSkill.deleteMany({ where: { profileId } });
    await this.uow.db.profileSkill.createMany({
      data: entries.map((entry, ordinal) => ({
        ...entry,
        ...this.place(profileId, ordinal),
        normalisedName: skillKey(entry.name),
      })),
    });
  }

  async replaceCertificates(profileId: string, entries: readonly NewCertificate[]): Promise<void> {
    await this.uow.db.profileCertificate.deleteMany({ where: { profileId } });
    await this.uow.db.profileCertificate.createMany({
      data: entries.map((entry, ordinal) => ({
        ...entry,
        ...this.place(profileId, ordinal),
        issuedOn: dayColumn(entry.issuedOn),
      })),
    });
  }

  async replaceIntentions(profileId: string, entries: readonly NewIntention[]): Promise<void> {
    await this.uow.db.jobIntention.deleteMany({ where: { profileId } });
    await this.uow.db.jobIntention.createMany({
      data: entries.map((entry, ordinal) => ({
        ...entry,
        ...this.place(profileId, ordinal),
        regionIds: [...entry.regionIds],
        startFrom: dayColumn(entry.startFrom),
      })),
    });
  }

  /** Removes everything below a profile, files excepted. */
  async removeAll(profileId: string): Promise<void> {
    await this.replaceEducations(profileId, []);
    await this.replaceExperiences(profileId, []);
    await this.replaceSkills(profileId, []);
    await this.replaceCertificates(profileId, []);
    await this.replaceIntentions(profileId, []);
  }

  private place(profileId: string, ordinal: number) {
    return { id: this.ids.next(), profileId, ordinal };
  }
}
